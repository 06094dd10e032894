import sys

import requests

size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
BASE = "http://127.0.0.1:9"

session = requests.Session()


def get(n):
    return session.get(f"{BASE}/{n}").json()["cookies"]


session.get(f"{BASE}/cookie/login")
print([get(n) for n in range(size)])
session.get(f"{BASE}/cookie/again")
print([get(n) for n in range(size)])
