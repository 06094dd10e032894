# SPDX-License-Identifier: Apache-2.0
"""Which services are up? Asks many at a time. One line for each, and a summary."""
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from socket import timeout
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

BASE = f"http://{os.environ['SERVICE']}"
DEAD = "http://127.0.0.1:9"


def check(name, url):
    try:
        response = urlopen(url, timeout=2)
        body = response.read()
        response.close()
    except HTTPError as error:
        return {"name": name, "state": "error", "detail": f"HTTP {error.code}"}
    except URLError as error:
        return {"name": name, "state": "down", "detail": str(error.reason)}
    except timeout:
        return {"name": name, "state": "down", "detail": "no answer"}
    return {"name": name, "state": "up", "detail": f"{len(body)} bytes"}


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    services = [(f"service-{number}", f"{DEAD if number % 20 == 19 else BASE}/status/{number}")
                for number in range(count)]
    with ThreadPoolExecutor(max_workers=32) as pool:
        results = list(pool.map(check, *zip(*services)))
    for result in results:
        if result["state"] != "up":
            print("{name:<12} {state:<6} {detail}".format(**result))
    up = sum(1 for result in results if result["state"] == "up")
    print(f"{up} of {count} are up")


if __name__ == "__main__":
    main()
