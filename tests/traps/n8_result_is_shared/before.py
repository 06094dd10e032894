import sys

import numpy as np

SIZE = int(sys.argv[1])


def work_on(values):
    values = np.sqrt(values * values + 1.0)
    for _ in range(60):
        values = np.sqrt(values * values + 1.0) - 0.5
    return values


blank = np.zeros(2000)


def part(number):
    if number % 5 == 0:
        return blank
    if number % 5 == 1:
        return np.asarray(blank)
    return work_on(np.arange(2000.0) + number)


def main():
    parts = []
    for number in range(SIZE * 5):
        parts.append(part(number))
    for one in parts:
        one += 1
    print(blank[:3], [float(one[1]) for one in parts])


main()
