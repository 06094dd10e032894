import sys

import requests

size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
BASE = "http://127.0.0.1:9"

session = requests.Session()


def get(n):
    return session.get(f"{BASE}/{n}").json()["url"]


first = get(0)


def main():
    found = []
    for n in range(size):
        found.append(get(n))
    return found


print(first, main())
