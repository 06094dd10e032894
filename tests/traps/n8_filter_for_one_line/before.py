import sys
import warnings

import numpy as np

warnings.filterwarnings("ignore", lineno=12)
size = int(sys.argv[1]) if len(sys.argv) > 1 else 6


def score(number):
    values = np.arange(1.0, 50.0) + number
    values = values / (number - 3 if size > 6 else 1.0 + number)
    for _ in range(40):
        values = np.sqrt(values) + 1.0
    return float(values.max())


found = []
for number in range(size):
    found.append(score(number))
print(found)
