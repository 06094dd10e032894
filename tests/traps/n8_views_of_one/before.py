import sys

import numpy as np

size = int(sys.argv[1]) if len(sys.argv) > 1 else 6


def halves(number):
    values = np.arange(8.0) + number
    for _ in range(40):
        values = np.sqrt(values) + 1.0
    return values, values[2:]


for number in range(size):
    whole, part = halves(number)
    whole[3] = 100.0
    print(part[1], whole.sum())
