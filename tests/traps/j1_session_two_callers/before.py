import sys

import requests

size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
BASE = "http://127.0.0.1:9"


def get_all(session, names):
    found = []
    for name in names:
        found.append(session.get(f"{BASE}/{name}").json()["headers"])
    return found


one = requests.Session()
one.headers["X-Who"] = "one"
two = requests.Session()
two.headers["X-Who"] = "two"
print(get_all(one, range(size)))
two.headers["X-More"] = "yes"
print(get_all(two, range(size)))
print(get_all(one, range(size)))
