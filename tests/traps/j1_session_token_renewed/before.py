import sys

import requests

size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
BASE = "http://127.0.0.1:9"


class Client:
    def __init__(self):
        self.session = requests.Session()
        self.session.headers["X-Token"] = "old"

    def get(self, n):
        path = "gone" if n == 13 else "item"
        answer = self.session.get(f"{BASE}/{path}/{n}")
        if not answer.ok:
            self.session.headers.update({"X-Token": "new"})
            answer = self.session.get(f"{BASE}/item/{n}")
        return answer.json()["headers"]


client = Client()
print([client.get(n) for n in range(size)])
