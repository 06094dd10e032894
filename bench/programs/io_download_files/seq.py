# SPDX-License-Identifier: Apache-2.0
"""Download data files into a folder, one file each."""
import os
import sys
import urllib.request
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
    total = 0
    for number in range(count):
        total += download(number, folder)
    print(f"{count} files, {total} bytes")


if __name__ == "__main__":
    main()
