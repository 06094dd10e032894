import sys

import numpy as np

size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
order = int(sys.argv[2]) if len(sys.argv) > 2 else 1
shared = np.arange(6.0)


def score(number):
    most = 0.0
    for step in range(40):
        most = max(most, float(np.sqrt(np.abs(shared) + step).max()))
    mine = np.diff(shared, order)
    mine += number
    return most


scores = []
for number in range(size):
    scores.append(score(number))
print(scores, shared)
