import sys

import requests

size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
BASE = "http://127.0.0.1:9"

from requests.adapters import HTTPAdapter

LIMITED = 429
session = requests.Session()
session.mount("http://", HTTPAdapter(max_retries=3))
found = []
for n in range(size):
    answer = session.get(f"{BASE}/{n}")
    found.append((answer.status_code != LIMITED, answer.json()["url"]))
print(found)
