import sys

import numpy as np

SIZE = int(sys.argv[1])


def work_on(values):
    values = np.sqrt(values * values + 1.0)
    for _ in range(60):
        values = np.sqrt(values * values + 1.0) - 0.5
    return values


def halves(number):
    values = work_on(np.arange(2000.0) + number)
    if number % 3 == 0:
        return values, values
    if number % 3 == 1:
        return values, values[1000:]
    return values.copy(), values


def main():
    total = 0.0
    for number in range(SIZE * 5):
        whole, half = halves(number)
        half += 1
        total = total * 0.5 + whole[-1]
        print(total)


main()
