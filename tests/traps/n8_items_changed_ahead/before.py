import sys

import numpy as np

SIZE = int(sys.argv[1])


def work_on(values):
    values = np.sqrt(values * values + 1.0)
    for _ in range(60):
        values = np.sqrt(values * values + 1.0) - 0.5
    return values


def main():
    blocks = [np.arange(3000.0) + number for number in range(SIZE * 5)]
    found = []
    number = 0
    for block in blocks:
        soft = work_on(block)
        number += 1
        if number < len(blocks):
            blocks[number] += soft
        found.append(soft.sum())
    print(found)


main()
