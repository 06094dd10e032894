# SPDX-License-Identifier: Apache-2.0
"""The same by arrays of all pairs, one axis after the other."""
import sys

import numpy as np


def distance_table(points):
    total = np.zeros((len(points), len(points)))
    for axis in range(points.shape[1]):
        apart = points[:, None, axis] - points[None, :, axis]
        total += apart * apart
    return np.sqrt(total)


def nearest(table):
    others = table.copy()
    np.fill_diagonal(others, np.inf)
    return others.argmin(axis=1).tolist()


def main():
    points = np.random.RandomState(4).uniform(0, 100, (int(sys.argv[1]) if len(sys.argv) > 1 else 2400, 3))
    table = distance_table(points)
    found = nearest(table)
    print(table.max(), table.sum(axis=1).argmin(), found[:10], sum(found))


if __name__ == "__main__":
    main()
