import sys

import requests

size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
BASE = "http://127.0.0.1:9"


class Client:
    def __init__(self):
        self.session = requests.Session()
        self.renewals = 0

    def get(self, n):
        return self.session.get(f"{BASE}/{n}").json()["headers"]

    def renew(self):
        self.renewals += 1
        self.session = requests.Session()
        self.session.headers["X-Session"] = str(self.renewals)


client = Client()
found = []
for n in range(size):
    if n == 13:
        client.renew()
    found.append(client.get(n))
print(found)
