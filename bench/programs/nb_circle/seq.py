# SPDX-License-Identifier: Apache-2.0
"""Pi by darts: pseudo-random points of the unit square, how many lie in the circle."""
import sys


def inside(darts, seed):
    state, hits = seed, 0
    for _ in range(darts):
        state = (state * 1103515245 + 12345) % 2147483648
        x = state / 2147483648
        state = (state * 1103515245 + 12345) % 2147483648
        y = state / 2147483648
        if x * x + y * y < 1.0:
            hits += 1
    return hits


def main():
    darts = int(sys.argv[1]) if len(sys.argv) > 1 else 26_000_000
    hits = inside(darts, 12345)
    print(hits, 4 * hits / darts)


if __name__ == "__main__":
    main()
