import sys
import warnings

import numpy as np

size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
bad = int(sys.argv[2]) if len(sys.argv) > 2 else -100
warnings.simplefilter("error")


def score(number):
    values = np.arange(1.0, 50.0) + number
    for _ in range(40):
        values = np.sqrt(values) + 1.0
    return float((values / (number - bad)).max())


scores = []
for number in range(size):
    try:
        scores.append(score(number))
    except RuntimeWarning as warning:
        scores.append(str(warning))
print(scores)
