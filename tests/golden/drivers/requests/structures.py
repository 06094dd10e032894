# SPDX-License-Identifier: Apache-2.0


class CaseInsensitiveDict(dict):
    def __setitem__(self, name, value):
        super().__setitem__(name.lower(), value)

    def update(self, other):
        for name, value in other.items():
            self[name] = value
