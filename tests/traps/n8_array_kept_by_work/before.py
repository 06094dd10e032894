import sys

import numpy as np

size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
last = np.zeros(4)


def score(number):
    global last
    values = np.arange(4.0) + number
    for _ in range(40):
        values = np.sqrt(values) + 1.0
    last = values
    return float(values.max())


scores = []
for number in range(size):
    scores.append(score(number))
print(scores, last)
