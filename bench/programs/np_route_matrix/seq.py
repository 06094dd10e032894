# SPDX-License-Identifier: Apache-2.0
"""Costs of all pairs of places, then of all ways over one place between: tables and a product of matrices."""
import math
import sys


def costs(xs, ys, heights):
    n = len(xs)
    table = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            dx = xs[i] - xs[j]
            dy = ys[i] - ys[j]
            climb = heights[j] - heights[i]
            cost = math.sqrt(dx * dx + dy * dy)
            if climb > 0.0:
                cost = cost + climb * 3.0
            table[i][j] = cost
    return table


def over_one(table, shares, n):
    weighted = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            total = 0.0
            for k in range(n):
                total += table[i][k] * shares[k] + table[k][j]
            weighted[i][j] = total
    return weighted


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 480
    xs = [k * 613 % 1009 / 10 for k in range(n)]
    ys = [k * 271 % 997 / 10 for k in range(n)]
    heights = [k * 37 % 101 * 0.5 for k in range(n)]
    shares = [(k % 7 + 1) / 28 for k in range(n)]
    table = costs(xs, ys, heights)
    ways = over_one(table, shares, n)
    print(repr(max(map(max, table))), repr(min(map(min, ways))), repr(ways[n // 2][n // 3]))


if __name__ == "__main__":
    main()
