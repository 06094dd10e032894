# SPDX-License-Identifier: Apache-2.0
class RealDictCursor:
    """Given to connect() only."""
