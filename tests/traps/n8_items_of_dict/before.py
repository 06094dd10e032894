import sys

import numpy as np

SIZE = int(sys.argv[1])


def work_on(values):
    values = np.sqrt(values * values + 1.0)
    for _ in range(60):
        values = np.sqrt(values * values + 1.0) - 0.5
    return values


def main():
    blocks = {number: np.arange(3000.0) + number for number in range(SIZE * 5)}
    found = [work_on(block) for block in blocks.values()]
    for (number, block), soft in zip(blocks.items(), found):
        print(number, block[0], soft.max())
    total = np.zeros(3000)
    for number, block in blocks.items():
        total = total * 0.5 + work_on(block) / (number + 1)
    print(total.max())


main()
