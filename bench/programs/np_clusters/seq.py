# SPDX-License-Identifier: Apache-2.0
"""Points given to the nearest of some centres, again and again, the centres moved to the middle of theirs."""
import random
import sys


def assign(points, centres):
    labels = []
    for x, y in points:
        best, label = float("inf"), 0
        for k, (cx, cy) in enumerate(centres):
            distance = (x - cx) * (x - cx) + (y - cy) * (y - cy)
            if distance < best:
                best = distance
                label = k
        labels.append(label)
    return labels


def move(points, labels, centres):
    moved = []
    for k in range(len(centres)):
        count, sum_x, sum_y = 0, 0.0, 0.0
        for (x, y), label in zip(points, labels):
            if label == k:
                count += 1
                sum_x += x
                sum_y += y
        moved.append((sum_x / count, sum_y / count) if count else centres[k])
    return moved


def main():
    numbers = random.Random(11)
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 900_000
    points = [(numbers.gauss(k % 7, 0.8), numbers.gauss(k % 5, 0.9)) for k in range(count)]
    centres = points[:12]
    for turn in range(4):
        labels = assign(points, centres)
        centres = move(points, labels, centres)
        print(turn, [labels.count(k) for k in range(12)])
    print(centres[:3])


if __name__ == "__main__":
    main()
