import sys

import numpy as np

SIZE = int(sys.argv[1])


def work_on(values):
    values = np.sqrt(values * values + 1.0)
    for _ in range(60):
        values = np.sqrt(values * values + 1.0) - 0.5
    return values


def part(number, block):
    if number == 7:
        raise ValueError(block[:2])
    if number == 4:
        return np.zeros(-number)
    return work_on(block) / (number - 3)


def main():
    blocks = [np.arange(3000.0) + number for number in range(SIZE * 5)]
    parts = []
    for number, block in enumerate(blocks):
        try:
            soft = part(number, block)
        except ValueError as error:
            print(number, error)
            continue
        parts.append(soft)
    print(len(parts), sum(float(one[5]) for one in parts))
    for number, block in enumerate(blocks):
        parts.append(part(number, block))


main()
