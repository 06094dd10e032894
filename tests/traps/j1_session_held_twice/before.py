import sys

import requests

size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
BASE = "http://127.0.0.1:9"


class Pages:
    def __init__(self, client):
        self.client = client

    def get(self, n):
        return self.client.session.get(f"{BASE}/{n}").json()["url"]


class Client:
    def __init__(self):
        self.session = requests.Session()
        self.pages = Pages(self)

    def get(self, n):
        return self.pages.get(n)


client = Client()
print([client.get(n) for n in range(size)])
