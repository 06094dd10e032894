import sys

import requests

size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
BASE = "http://127.0.0.1:9"


def get(session, n):
    path = "cookie" if n == 13 else "item"
    answer = session.get(f"{BASE}/{path}/{n}").json()
    return answer["url"], session.cookies.get("seen", "-")


session = requests.Session()
found = []
for n in range(size):
    found.append(get(session, n))
print(found)
