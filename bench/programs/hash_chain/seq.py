# SPDX-License-Identifier: Apache-2.0
"""A chain of blocks: each block's hash is needed to mine the next one."""
import hashlib
import sys


def stretch(data, rounds):
    digest = hashlib.sha256(data).digest()
    for k in range(rounds):
        digest = hashlib.sha256(digest + k.to_bytes(4, "big")).digest()
    return digest.hex()


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 550
    records = [f"transfer {k * 37 % 1000} from {k % 17} to {k % 13}" for k in range(count)]
    chain = []
    previous = "0" * 64
    for number, record in enumerate(records):
        block = stretch(f"{previous}|{record}".encode(), 9_000)
        chain.append((number, block))
        previous = block
    for number, block in chain[::100]:
        print(f"block {number:4d} {block}")
    print("head", previous)


if __name__ == "__main__":
    main()
