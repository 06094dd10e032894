# SPDX-License-Identifier: Apache-2.0
"""Both tables as arrays; the product one place after the other, as its sums have an order."""
import sys

import numpy as np


def costs(xs, ys, heights):
    dx = xs[:, None] - xs
    dy = ys[:, None] - ys
    climb = heights - heights[:, None]
    cost = np.sqrt(dx * dx + dy * dy)
    return np.where(climb > 0.0, cost + climb * 3.0, cost)


def over_one(table, shares):
    total = np.zeros_like(table)
    for k, share in enumerate(shares):
        total += table[:, k, None] * share + table[k]
    return total


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 480
    xs = np.array([k * 613 % 1009 / 10 for k in range(n)])
    ys = np.array([k * 271 % 997 / 10 for k in range(n)])
    heights = np.array([k * 37 % 101 * 0.5 for k in range(n)])
    shares = [(k % 7 + 1) / 28 for k in range(n)]
    table = costs(xs, ys, heights)
    ways = over_one(table, shares)
    print(repr(table.max().item()), repr(ways.min().item()), repr(ways[n // 2, n // 3].item()))


if __name__ == "__main__":
    main()
