import sys

import requests

size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
BASE = "http://127.0.0.1:9"

import client

print([client.get(f"{BASE}/{n}") for n in range(size)])
