import sys


def columns(rows, first, last):
    sums = []
    for j in range(len(rows[0])):
        total = -0.0
        for i in range(first, last):
            total += rows[i][j] * 0.5
        less = 1.0
        for i in range(last - 1):
            less -= rows[i + 1][j] - total
        sums.append(less)
        sums.append(total)
    return sums


def lines(rows, first, last):
    sums = []
    for i in range(len(rows)):
        total = 10
        for j in range(first, last):
            total -= rows[i][j]
        sums.append(total)
    return sums


big = 1e308
n = int(sys.argv[1]) if len(sys.argv) > 1 else 3
for rows in ([[0.1 * i * j - 0.0 for j in range(4)] for i in range(9)], [[-0.0, 0.0]] * 9, [[big, -big, float("nan")]] * 9,
             [[float("inf"), 1.0], [-float("inf"), 2.0]], [[1.0]], [[]], []):
    for first, last in ((0, n), (1, n), (n, 1), (0, 0), (-1, 1), (2, -1)):
        try:
            print(columns(rows, first, last))
        except Exception as error:
            print(type(error).__name__, error)
for rows in ([[3, 1, 4], [1, 5, 9]], [[2**62, 2**62, 2**62]], [[True, 2, 3]], [[1, 2], [3]], [[], []]):
    for first, last in ((0, n), (1, 2), (2, 0), (-2, 1)):
        try:
            print(lines(rows, first, last))
        except Exception as error:
            print(type(error).__name__, error)
