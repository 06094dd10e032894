import sys

import requests

size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
BASE = "http://127.0.0.1:9"


class Client:
    session = requests.Session()

    def get(self, n):
        return self.session.get(f"{BASE}/{n}").json()["cookies"]


client = Client()
Client.session.cookies.set("who", "all")
print([client.get(n) for n in range(size)])
