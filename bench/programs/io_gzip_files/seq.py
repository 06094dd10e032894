# SPDX-License-Identifier: Apache-2.0
"""Compress the log files of a folder, each into a file of its own."""
import gzip
import os
import sys


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
    before = after = 0
    for name in sorted(os.listdir("logs")):
        size, packed = compress(os.path.join("logs", name))
        before += size
        after += packed
    print(f"{before} bytes became {after}")


if __name__ == "__main__":
    main()
