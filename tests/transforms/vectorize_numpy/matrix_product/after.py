import numpy as np


def c_by_numpy(n, p, m, a, b, c):
    """By arrays: a loop of product(). False: not done, they would differ."""
    if (
        n < 0
        or p < 0
        or len(a) < n
        or len(b) < m
        or len(c) < n
        or min(map(len, c), default=0) < p
        or len({*map(len, a)}) != 1
        or len({*map(len, b)}) != 1
        or len({*map(id, c)}) != len(c)
    ):
        return False
    a = np.array(a, dtype=float)
    b = np.array(b, dtype=float)
    if len(a[0]) < m or len(b[0]) < p:
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        rows_at_once = 2**14 // (p + 1) + 1
        c_values = np.empty((n, p))
        for first in range(0, n, rows_at_once):
            last = min(first + rows_at_once, n)
            total = np.zeros((last - first, p))
            for k in range(m):
                total += a[first:last, k, None] * b[k, :p]
            c_values[first:last] = total
    for row_2, numbers in zip(c[:n], c_values):
        row_2[:p] = numbers.tolist()
    return True


def product(a, b):
    n, m, p = len(a), len(b), len(b[0])
    c = [[0.0] * p for _ in range(n)]
    if not c_by_numpy(n, p, m, a, b, c):
        for i in range(n):
            for j in range(p):
                total = 0.0
                for k in range(m):
                    total += a[i][k] * b[k][j]
                c[i][j] = total
    return c


print(product([[0.1 * i * j for j in range(5)] for i in range(4)],
              [[1.0 / (i + j + 1) for j in range(3)] for i in range(5)]))
