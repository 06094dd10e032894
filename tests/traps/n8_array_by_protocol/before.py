import sys

import numpy as np

size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
asked = []


class Row:
    def __init__(self, number):
        self.number = number

    def __array__(self, dtype=None, copy=None):
        asked.append(self.number)
        return np.arange(4.0) + self.number


def total(number):
    values = np.arange(4.0)
    for _ in range(40):
        values = np.sqrt(values) + 1.0
    if len(sys.argv) > 2:
        return int((values > Row(number)).sum())
    return int((values + Row(number)).max())


totals = []
for number in range(size):
    totals.append(total(number))
print(totals, asked)
