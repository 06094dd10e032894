import sys

import requests

size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
BASE = "http://127.0.0.1:9"


class Client:
    def __init__(self):
        self.session = requests.Session()

    def get(self, n):
        if n == 13:
            self.session.close()
            self.session = requests.Session()
            self.session.headers["X-Again"] = "yes"
        return self.session.get(f"{BASE}/{n}").json()["headers"]


client = Client()
print([client.get(n) for n in range(size)])
