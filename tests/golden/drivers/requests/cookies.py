# SPDX-License-Identifier: Apache-2.0


class RequestsCookieJar:
    def __init__(self):
        self.kept = {}

    def set(self, name, value):
        self.kept[name] = value

    def get(self, name, default=None):
        return self.kept.get(name, default)

    def get_dict(self):
        return dict(sorted(self.kept.items()))
