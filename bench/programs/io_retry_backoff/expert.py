# SPDX-License-Identifier: Apache-2.0
"""Ask all services for their status at once; one that is busy is asked again, a little later."""
import os
import sys
import time
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

BASE = "http://" + os.environ["SERVICE"]


def fetch_with_retries(url, retries=3, backoff=0.05):
    for attempt in range(retries):
        try:
            with urllib.request.urlopen(url, timeout=5) as response:
                return response.read().decode()
        except urllib.error.HTTPError as error:
            if error.code != 503:
                raise
            time.sleep(backoff * 2 ** attempt)
    return None


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    urls = [f"{BASE}/status/{number}" for number in range(count)]
    with ThreadPoolExecutor(max_workers=32) as pool:
        states = dict(enumerate(pool.map(fetch_with_retries, urls)))
    busy = [number for number, state in states.items() if state is None]
    print("states:", list(states.values())[:3], "…")
    print(f"{len(busy)} of {count} stayed busy:", *busy)


if __name__ == "__main__":
    main()
