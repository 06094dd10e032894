import sys

import numpy as np

size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
edges = np.linspace(0.0, 6.0, 5)


def score(number):
    values = np.arange(20.0) / 4
    for _ in range(40):
        values = np.sqrt(values) + 1.0
    counts, used = np.histogram(values, edges)
    used[0] = -number
    return int(counts.max())


scores = []
for number in range(size):
    scores.append(score(number))
print(scores, edges)
