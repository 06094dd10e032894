# SPDX-License-Identifier: Apache-2.0
"""Find the PIN behind a salted hash: tries one after the other, stops at a hit."""
import hashlib
import sys

SALT = b"locker-17"
ROUNDS = 900


def fingerprint(pin):
    digest = hashlib.sha256(SALT + pin.encode()).digest()
    for _ in range(ROUNDS):
        digest = hashlib.sha256(digest + SALT).digest()
    return digest.hex()


def main():
    secret = int(sys.argv[1]) if len(sys.argv) > 1 else 8_700
    wanted = fingerprint(f"{secret:05d}")
    print("looking for", wanted[:16])
    for number in range(100_000):
        pin = f"{number:05d}"
        if fingerprint(pin) == wanted:
            print("the PIN is", pin, "after", number + 1, "tries")
            break
    else:
        print("no PIN fits")


if __name__ == "__main__":
    main()
