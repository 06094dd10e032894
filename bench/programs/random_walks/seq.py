# SPDX-License-Identifier: Apache-2.0
"""Random walks with one seeded generator: each walk goes on where the last one stopped drawing."""
import random
import sys


def walk(steps):
    x = y = farthest = 0
    for _ in range(steps):
        direction = random.randrange(4)
        if direction == 0:
            x += 1
        elif direction == 1:
            x -= 1
        elif direction == 2:
            y += 1
        else:
            y -= 1
        farthest = max(farthest, x * x + y * y)
        if farthest > 2_500:
            break
    return farthest ** 0.5


def main():
    walks = int(sys.argv[1]) if len(sys.argv) > 1 else 3_200
    random.seed(12345)
    distances = []
    for _ in range(walks):
        distances.append(walk(2_500))
    distances.sort()
    print("mean", sum(distances) / walks)
    print("median", distances[walks // 2], "farthest", distances[-1])


if __name__ == "__main__":
    main()
