# SPDX-License-Identifier: Apache-2.0
"""The longest Collatz chain below a limit, in parallel; prints its own duration."""
import sys
import time
from concurrent.futures import ProcessPoolExecutor

BLOCK = 5_000


def longest_in(first):
    best_length = best_start = 0
    for start in range(first, first + BLOCK):
        n, length = start, 1
        while n > 1:
            n = 3 * n + 1 if n & 1 else n >> 1
            length += 1
        if length > best_length:
            best_length, best_start = length, start
    return best_length, best_start


def main():
    blocks = int(sys.argv[1]) if len(sys.argv) > 1 else 110
    began = time.perf_counter()
    best = 0
    winner = None
    with ProcessPoolExecutor() as pool:
        firsts = range(1, blocks * BLOCK, BLOCK)
        for length, start in pool.map(longest_in, firsts, chunksize=2):
            if length > best:
                best = length
                winner = start
    elapsed = time.perf_counter() - began
    print(f"the longest chain starts at {winner} and has {best} numbers")
    print(f"Time: {elapsed:.3f} seconds")


if __name__ == "__main__":
    main()
