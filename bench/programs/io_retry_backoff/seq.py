# SPDX-License-Identifier: Apache-2.0
"""Ask every service for its status; one that is busy is asked again, a little later."""
import os
import sys
import time
import urllib.error
import urllib.request

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
    states = {}
    for number in range(count):
        states[number] = fetch_with_retries(f"{BASE}/status/{number}")
    busy = [number for number, state in states.items() if state is None]
    print("states:", list(states.values())[:3], "…")
    print(f"{len(busy)} of {count} stayed busy:", *busy)


if __name__ == "__main__":
    main()
