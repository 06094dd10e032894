# SPDX-License-Identifier: Apache-2.0


class HTTPAdapter:
    def __init__(self, max_retries=0):
        self.max_retries = max_retries

    def __repr__(self):
        return "HTTPAdapter(%r)" % self.max_retries
