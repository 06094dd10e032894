# SPDX-License-Identifier: Apache-2.0
"""Search the longest Collatz chains and say how long that took.

usage: timing.py [BLOCKS]
"""
import sys
import time

BLOCK = 10_000


def longest_chain(first, last):
    best_length, best_start = 0, first
    for start in range(first, last):
        n, length = start, 1
        while n != 1:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            length += 1
        if length > best_length:
            best_length, best_start = length, start
    return best_length, best_start


def main():
    blocks = int(sys.argv[1]) if len(sys.argv) > 1 else 54
    began = time.perf_counter()

    results = []
    for block in range(blocks):
        first = block * BLOCK + 1
        results.append(longest_chain(first, first + BLOCK))

    for block, (length, start) in enumerate(results):
        if block % 6 == 0:
            print(f"block {block:3}: {length} steps from {start}")
    length, start = max(results)
    print(f"longest: {length} steps from {start}")
    print(f"took {time.perf_counter() - began:.2f} s")


if __name__ == "__main__":
    main()
