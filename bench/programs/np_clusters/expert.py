# SPDX-License-Identifier: Apache-2.0
"""The same by argmin() over all centres, sums in the same order by cumsum()."""
import random
import sys

import numpy as np


def assign(xs, ys, centres):
    distances = np.empty((len(centres), len(xs)))
    for k, (cx, cy) in enumerate(centres):
        distances[k] = (xs - cx) * (xs - cx) + (ys - cy) * (ys - cy)
    return distances.argmin(axis=0)


def move(xs, ys, labels, centres):
    moved = []
    for k in range(len(centres)):
        mine = labels == k
        count = int(mine.sum())
        if count:
            moved.append((float(np.cumsum(xs[mine])[-1]) / count, float(np.cumsum(ys[mine])[-1]) / count))
        else:
            moved.append(centres[k])
    return moved


def main():
    numbers = random.Random(11)
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 900_000
    points = [(numbers.gauss(k % 7, 0.8), numbers.gauss(k % 5, 0.9)) for k in range(count)]
    centres = points[:12]
    xs, ys = np.array(points).T.copy()
    for turn in range(4):
        labels = assign(xs, ys, centres)
        centres = move(xs, ys, labels, centres)
        print(turn, np.bincount(labels, minlength=12).tolist())
    print(centres[:3])


if __name__ == "__main__":
    main()
