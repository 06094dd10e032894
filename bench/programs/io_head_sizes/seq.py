# SPDX-License-Identifier: Apache-2.0
"""How large are the files on a server? Asks with HEAD, downloads nothing."""
import os
import sys
from urllib.request import Request, urlopen

BASE = "http://" + os.environ["SERVICE"]


def size_of(url):
    request = Request(url, method="HEAD")
    with urlopen(request, timeout=10) as response:
        return int(response.headers["Content-Length"])


count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
urls = [f"{BASE}/data/{number}.bin" for number in range(count)]
sizes = [size_of(url) for url in urls]
largest = max(range(count), key=sizes.__getitem__)
print(f"{sum(sizes)} bytes in {count} files")
print(f"largest: number {largest} with {sizes[largest]} bytes")
