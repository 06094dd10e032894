# SPDX-License-Identifier: Apache-2.0
"""The same, compiled, the table an array."""
import sys

import numba
import numpy as np


def make_codes(count, seed):
    codes = []
    for _ in range(count):
        seed = (seed * 69069 + 1) % 4294967296
        codes.append(seed // 65536 % 20)
    return np.array(codes)


@numba.njit(cache=True)
def distance(a, b):
    table = np.zeros((len(a) + 1, len(b) + 1), np.int64)
    table[:, 0] = np.arange(len(a) + 1)
    table[0, :] = np.arange(len(b) + 1)
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            cost = 0 if a[i - 1] == b[j - 1] else 1
            table[i, j] = min(table[i - 1, j] + 1, table[i, j - 1] + 1, table[i - 1, j - 1] + cost)
    return table[-1, -1]


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3400
    first = make_codes(count, 1)
    for seed in (2, 3, 5):
        print(seed, distance(first, make_codes(count - seed, seed)))


if __name__ == "__main__":
    main()
