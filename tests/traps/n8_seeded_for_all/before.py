import sys

import numpy as np

size = int(sys.argv[1]) if len(sys.argv) > 1 else 6


def score(number):
    np.random.seed(number)
    values = np.random.normal(0.0, 1.0, 50)
    for _ in range(40):
        values = np.sqrt(np.abs(values)) + 1.0
    return float(values.sum())


scores = []
for number in range(size):
    scores.append(score(number))
print(scores, np.random.rand())
