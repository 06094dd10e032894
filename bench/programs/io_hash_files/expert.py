# SPDX-License-Identifier: Apache-2.0
"""A manifest of checksums for many files; hashlib lets go of the interpreter lock."""
import hashlib
import os
import sys
from concurrent.futures import ThreadPoolExecutor


def make_files(folder, count):
    os.makedirs(folder, exist_ok=True)
    for number in range(count):
        row = bytes((number * 13 + k * k) % 251 for k in range(4096))
        with open(os.path.join(folder, f"photo{number:03d}.raw"), "wb") as file:
            file.write(row * 512)


def checksums(path):
    with open(path, "rb") as file:
        data = file.read()
    return [hashlib.new(kind, data).hexdigest() for kind in ("md5", "sha1", "sha256", "sha512")]


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    make_files("photos", count)
    names = sorted(os.listdir("photos"))
    paths = [os.path.join("photos", name) for name in names]
    with ThreadPoolExecutor(max_workers=os.cpu_count()) as pool:
        lines = [" ".join(sums) + "  " + name
                 for name, sums in zip(names, pool.map(checksums, paths))]
    print(lines[0])
    print(len(lines), "files", hashlib.md5("\n".join(lines).encode()).hexdigest())
    for name in os.listdir("photos"):
        os.remove(os.path.join("photos", name))


if __name__ == "__main__":
    main()
