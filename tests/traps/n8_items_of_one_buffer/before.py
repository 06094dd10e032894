import sys

import numpy as np

SIZE = int(sys.argv[1])


def work_on(values):
    values = np.sqrt(values * values + 1.0)
    for _ in range(60):
        values = np.sqrt(values * values + 1.0) - 0.5
    return values


def blocks():
    block = np.zeros(3000)
    for number in range(SIZE * 5):
        block[:] = np.arange(3000.0) * number
        yield block


def main():
    found = []
    for block in blocks():
        found.append(float(work_on(block).sum()))
    print(found)


main()
