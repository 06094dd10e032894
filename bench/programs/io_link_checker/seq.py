# SPDX-License-Identifier: Apache-2.0
"""Check that the links of a site still work."""
import os
import sys
import urllib.error
import urllib.request

SITE = "http://" + os.environ["SERVICE"]


def check(url):
    try:
        with urllib.request.urlopen(url, timeout=10) as response:
            return response.status, len(response.read())
    except urllib.error.HTTPError as error:
        return error.code, 0


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    broken = []
    total = 0
    for number in range(count):
        url = f"{SITE}/page/{number}"
        status, size = check(url)
        total += size
        if status != 200:
            broken.append((number, status))
    for number, status in broken:
        print(f"page {number}: {status}")
    print(f"{len(broken)} of {count} links are broken, {total} bytes read")


if __name__ == "__main__":
    main()
