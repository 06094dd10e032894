# SPDX-License-Identifier: Apache-2.0
"""Check that the links of a site still work, many at a time."""
import os
import sys
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor

SITE = "http://" + os.environ["SERVICE"]


def check(url):
    try:
        with urllib.request.urlopen(url, timeout=10) as response:
            return response.status, len(response.read())
    except urllib.error.HTTPError as error:
        return error.code, 0


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    urls = [f"{SITE}/page/{number}" for number in range(count)]
    with ThreadPoolExecutor(max_workers=32) as pool:
        results = list(pool.map(check, urls))
    broken = [(n, status) for n, (status, _) in enumerate(results) if status != 200]
    total = sum(size for _, size in results)
    for number, status in broken:
        print(f"page {number}: {status}")
    print(f"{len(broken)} of {count} links are broken, {total} bytes read")


if __name__ == "__main__":
    main()
