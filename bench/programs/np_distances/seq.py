# SPDX-License-Identifier: Apache-2.0
"""Distances between all pairs of points, an array of NumPy with a row for each point, and each point's nearest."""
import math
import sys

import numpy as np


def distance_table(points):
    count, axes = points.shape
    table = np.zeros((count, count))
    for i in range(count):
        for j in range(count):
            total = 0.0
            for axis in range(axes):
                apart = points[i, axis] - points[j, axis]
                total += apart * apart
            table[i, j] = math.sqrt(total)
    return table


def nearest(table):
    found = []
    for i in range(len(table)):
        best, place = float("inf"), -1
        for j in range(len(table)):
            if j != i and table[i][j] < best:
                best = table[i][j]
                place = j
        found.append(place)
    return found


def main():
    points = np.random.RandomState(4).uniform(0, 100, (int(sys.argv[1]) if len(sys.argv) > 1 else 2400, 3))
    table = distance_table(points)
    found = nearest(table)
    print(table.max(), table.sum(axis=1).argmin(), found[:10], sum(found))


if __name__ == "__main__":
    main()
