import sys

import requests

size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
BASE = "http://127.0.0.1:9"

session = requests.Session()
work = [(session, n) for n in range(size)]
print([one.get(f"{BASE}/{n}").json()["url"] for one, n in work])
