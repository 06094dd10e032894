import sys

import numpy as np

SIZE = int(sys.argv[1])


def work_on(values):
    values = np.sqrt(values * values + 1.0)
    for _ in range(60):
        values = np.sqrt(values * values + 1.0) - 0.5
    return values


def table(number):
    values = work_on(np.arange(6000.0).reshape(20, 30, 10) + number)
    kind = number % 9
    if kind == 0:
        return values
    if kind == 1:
        return values.T
    if kind == 2:
        return values.transpose(1, 0, 2)
    if kind == 3:
        return values[:, ::2]
    if kind == 4:
        return values[:, :, 0]
    if kind == 5:
        return np.array([10**30, number])
    if kind == 6:
        return values[:0]
    if kind == 7:
        return np.sqrt(values.transpose(2, 1, 0))
    return values[3, 4:, 1]


def main():
    tables = []
    for number in range(SIZE * 5):
        tables.append(table(number))
    for one in tables:
        print(one.shape, one.dtype, one.ravel(order="K")[:4], one.sum(), one.sum(axis=0).sum())
        one += 1
    print(tables[-1].ravel()[:3])


main()
