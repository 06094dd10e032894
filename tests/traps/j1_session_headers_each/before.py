import sys

import requests

size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
BASE = "http://127.0.0.1:9"


def headers_of(session, n):
    return session.get(f"{BASE}/{n}").json()["headers"]


session = requests.Session()
found = []
for n in range(size):
    session.headers["X-Number"] = str(n)
    found.append(headers_of(session, n))
print(found)
