import sys

import numpy as np

size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
objects = len(sys.argv) > 2
sums = []


class Amount:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        sums.append(self.cents)
        return Amount(self.cents + 1)

    def sqrt(self):
        sums.append("root")
        return self.cents ** 0.5


def total(number):
    most = 0.0
    for step in range(40):
        most = max(most, float(np.sqrt(np.arange(9.0) + step).max()))
    amounts = [Amount(number), Amount(7)] if objects else [number, 7]
    roots = np.sqrt(np.array(amounts) + 1) if not objects else np.sqrt(amounts)
    return most + float(roots[0])


totals = []
for number in range(size):
    totals.append(total(number))
print(totals, sums)
