# SPDX-License-Identifier: Apache-2.0
"""Download data files into a folder, one file each, many at a time."""
import os
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

BASE = "http://" + os.environ["SERVICE"]


def download(number, folder):
    name = f"part-{number:03d}.bin"
    with urllib.request.urlopen(f"{BASE}/data/{number}", timeout=30) as response:
        data = response.read()
    (folder / name).write_bytes(data)
    return len(data)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    folder = Path("downloads")
    folder.mkdir(exist_ok=True)
    with ThreadPoolExecutor(max_workers=32) as pool:
        total = sum(pool.map(partial(download, folder=folder), range(count)))
    print(f"{count} files, {total} bytes")


if __name__ == "__main__":
    main()
