# SPDX-License-Identifier: Apache-2.0
"""Compress the log files of a folder; zlib lets go of the interpreter lock."""
import gzip
import os
import sys
from concurrent.futures import ThreadPoolExecutor


def make_logs(folder, count):
    os.makedirs(folder, exist_ok=True)
    for number in range(count):
        lines = (f"{k * 7919 % 86400} host{(k * k + number) % 97} GET /item/{k * number % 5003}\n"
                 for k in range(8000))
        with open(os.path.join(folder, f"access.{number}.log"), "w") as file:
            file.writelines(lines)


def compress(path):
    with open(path, "rb") as file:
        data = file.read()
    packed = gzip.compress(data, 9, mtime=0)
    with open(path + ".gz", "wb") as file:
        file.write(packed)
    return len(data), len(packed)


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 180
    make_logs("logs", count)
    paths = [os.path.join("logs", name) for name in sorted(os.listdir("logs"))]
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        sizes = list(pool.map(compress, paths))
    print(f"{sum(a for a, _ in sizes)} bytes became {sum(b for _, b in sizes)}")


if __name__ == "__main__":
    main()
