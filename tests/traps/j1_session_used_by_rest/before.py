import sys

import requests

size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
BASE = "http://127.0.0.1:9"


class Client:
    def __init__(self):
        self.session = requests.Session()
        self.last = None

    def get(self, n):
        return self.session.get(f"{BASE}/{n}").json()["url"]

    def note(self, url):
        self.last = self.session.get(url).json()["url"]


client = Client()
for n in range(size):
    url = client.get(n)
    client.note(url)
    print(client.last)
