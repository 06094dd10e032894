import sys

import numpy as np

shared = np.arange(4.0)


def rows(n):
    table = np.arange(12.0).reshape(3, 4) + n
    return [table, table, table.copy(), n]


def views(n):
    table = np.arange(6.0) * n
    return {"all": table, "rest": table[1:], n: None}


def layouts(n):
    square = np.ones((3, 3 + n % 2)) * n
    return [square.T.copy(), square.T, square[::2], n > 2]


def either(n):
    if n % 3:
        return [np.zeros(n), None]
    return (np.ones(2), n)


def kept(n):
    return {"own": np.ones(3) * n, "shared": shared}


def warned(n):
    return [np.ones(3) / (n - 4.0), np.sqrt(np.ones(2) * (2.0 - n))]


def main():
    size = int(sys.argv[1])
    first = []
    for n in range(size):
        first.append(rows(n))
    for table, again, copied, n in first:
        again[0, 0] = 100
        print(n, table[0, 0], copied[0, 0])
    second = [views(n) for n in range(size)]
    for result in second:
        result["all"][:] = 7
        print(result["rest"], list(result))
    third = [layouts(n) for n in range(size)]
    for whole, turned, every, large in third:
        print(whole.tobytes(), turned.tobytes(), every, large)
        print(np.isfortran(whole), np.isfortran(turned), every.reshape(-1).sum())
    fourth = [either(n) for n in range(size)]
    for result in fourth:
        result[0][0] = 5
        print(type(result), result)
    fifth = [kept(n) for n in range(size)]
    for result in fifth:
        result["shared"][0] += 1
    print(shared, [result["shared"][0] for result in fifth])
    sixth = []
    for n in range(size):
        sixth.append(warned(n))
    print(sixth)


main()
