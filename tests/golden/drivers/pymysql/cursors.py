# SPDX-License-Identifier: Apache-2.0
class DictCursor:
    """Given to connect() only."""
