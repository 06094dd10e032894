import sys

import requests

size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
BASE = "http://127.0.0.1:9"

session = requests.Session()


def get(n):
    return session.get(f"{BASE}/{n}").json()["headers"]


def renew(n):
    global session
    session = requests.Session()
    session.headers["X-Since"] = str(n)


found = []
for n in range(size):
    found.append(get(n))
    if n == 12:
        renew(n)
print(found)
