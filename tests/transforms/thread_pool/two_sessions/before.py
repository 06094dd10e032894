import requests


class Mirror:
    def __init__(self, source, target):
        self.source = source
        self.target = target
        self.here = requests.Session()
        self.here.auth = ("here", "1")
        self.there = requests.Session()
        self.there.auth = ("there", "2")

    def same(self, name):
        here = self.here.get(f"{self.source}/{name}").json()
        there = self.there.get(f"{self.target}/{name}").json()
        return here["auth"], there["auth"]


mirror = Mirror("http://127.0.0.1:9", "http://127.0.0.2:9")
print([mirror.same(name) for name in "abcdefgh"])
