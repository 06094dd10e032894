import sys

import requests

size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
BASE = "http://127.0.0.1:9"

session = requests.Session()
other = requests.Session()
other.headers["X-Other"] = "yes"


def get(n):
    mine = session.get(f"{BASE}/{n}").json()["headers"]

    def again(session):
        return session.get(f"{BASE}/{n}").json()["headers"]

    return mine, again(other)


print([get(n) for n in range(size)])
