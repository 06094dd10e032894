# SPDX-License-Identifier: Apache-2.0
"""How many ways of a few steps there are between two places: powers of a matrix of whole numbers, an array of NumPy."""
import sys

import numpy as np


def product(a, b):
    n = a.shape[0]
    c = np.zeros((n, n), dtype=np.int64)
    for i in range(n):
        for j in range(n):
            for k in range(n):
                c[i, j] += a[i, k] * b[k, j]
    return c


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    places = np.arange(n)
    links = ((places[:, None] * 7 + places * 3) % 11 < 3).astype(np.int64)
    ways = links
    for steps in (2, 3, 4):
        ways = product(ways, links)
        print(steps, ways.max(), ways.min(), ways[0, :6].tolist(), int(np.trace(ways)))


if __name__ == "__main__":
    main()
