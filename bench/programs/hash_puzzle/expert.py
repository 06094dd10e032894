# SPDX-License-Identifier: Apache-2.0
"""Find the PIN behind a salted hash, in parallel, a bounded window at a time."""
import hashlib
import os
import sys
from concurrent.futures import ProcessPoolExecutor

SALT = b"locker-17"
ROUNDS = 900
WINDOW = 64 * (os.cpu_count() or 1)


def fingerprint(pin):
    digest = hashlib.sha256(SALT + pin.encode()).digest()
    for _ in range(ROUNDS):
        digest = hashlib.sha256(digest + SALT).digest()
    return digest.hex()


def search(pool, wanted):
    for begin in range(0, 100_000, WINDOW):
        pins = [f"{number:05d}" for number in range(begin, min(begin + WINDOW, 100_000))]
        for number, print_ in enumerate(pool.map(fingerprint, pins, chunksize=32), begin):
            if print_ == wanted:
                return number
    return None


def main():
    secret = int(sys.argv[1]) if len(sys.argv) > 1 else 8_700
    wanted = fingerprint(f"{secret:05d}")
    print("looking for", wanted[:16])
    with ProcessPoolExecutor() as pool:
        number = search(pool, wanted)
    if number is None:
        print("no PIN fits")
    else:
        print("the PIN is", f"{number:05d}", "after", number + 1, "tries")


if __name__ == "__main__":
    main()
