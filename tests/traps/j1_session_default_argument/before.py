import sys

import requests

size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
BASE = "http://127.0.0.1:9"

session = requests.Session()


def get(n, session=session):
    return session.get(f"{BASE}/{n}").json()["url"]


print([get(n) for n in range(size)])
