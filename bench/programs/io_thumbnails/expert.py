# SPDX-License-Identifier: Apache-2.0
"""Download pictures, many at a time, and make a small one of each."""
import os
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor

BASE = "http://" + os.environ["SERVICE"]
WIDTH = 64


def fetch(number):
    with urllib.request.urlopen(f"{BASE}/data/{number}") as response:
        return response.read()


def thumbnail(pixels):
    height = len(pixels) // WIDTH
    small = []
    for row in range(0, height - 3, 4):
        for column in range(0, WIDTH, 4):
            total = 0
            for y in range(row, row + 4):
                for x in range(column, column + 4):
                    total += pixels[y * WIDTH + x]
            small.append(total // 16)
    return bytes(small)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    with ThreadPoolExecutor(max_workers=32) as pool:
        thumbnails = [thumbnail(data) for data in pool.map(fetch, range(count))]
    brightness = [sum(small) // len(small) for small in thumbnails]
    print(count, "thumbnails,", sum(map(len, thumbnails)), "pixels")
    print("brightest:", brightness.index(max(brightness)), "with", max(brightness))


if __name__ == "__main__":
    main()
