import sys

import requests

size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
BASE = "http://127.0.0.1:9"


def get(session, n):
    first = session.get(f"{BASE}/{n}").json()["url"]
    return first, lambda: session.get(f"{BASE}/{n}/more").json()["url"]


session = requests.Session()
found = []
for n in range(size):
    found.append(get(session, n))
print([(first, more()) for first, more in found])
