import sys

import numpy as np

size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
bad = int(sys.argv[2]) if len(sys.argv) > 2 else -100


def score(number):
    values = np.arange(1.0, 50.0) + number
    for _ in range(40):
        values = np.sqrt(values) + 1.0
    if bad >= 0 and number >= bad:
        values = values / (number - number)
    return float(values.max())


for number in range(size):
    print(number, "begins", file=sys.stderr)
    found = score(number)
    print(number, found, file=sys.stderr)
