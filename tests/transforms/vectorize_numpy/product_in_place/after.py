import numpy as np


def c_by_numpy(rows, columns, c, inner, a, b):
    """By arrays: a loop of product(). False: not done, they would differ."""
    if (
        rows < 0
        or columns < 0
        or len(a) < rows
        or len(b) < inner
        or len(c) < rows
        or min(map(len, c), default=0) < columns
        or len({*map(len, c)}) != 1
        or len({*map(len, a)}) != 1
        or len({*map(len, b)}) != 1
        or len({*map(id, c)}) != len(c)
    ):
        return False
    c_array = np.array(c, dtype=float)
    a = np.array(a, dtype=float)
    b = np.array(b, dtype=float)
    if len(a[0]) < inner or len(b[0]) < columns or len(c[0]) < columns:
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        rows_at_once = 2**14 // (columns + 1) + 1
        c_values = np.empty((rows, columns))
        for first in range(0, rows, rows_at_once):
            last = min(first + rows_at_once, rows)
            item_1 = c_array[first:last, :columns]
            for k in range(inner):
                item_1 = item_1 + a[first:last, k, None] * b[k, :columns]
            c_values[first:last] = item_1
    for row_2, numbers in zip(c[:rows], c_values):
        row_2[:columns] = numbers.tolist()
    return True


def product(a, b, rows, columns, inner):
    c = [[0.0] * columns for _ in range(rows)]
    if not c_by_numpy(rows, columns, c, inner, a, b):
        for i in range(rows):
            for j in range(columns):
                for k in range(inner):
                    c[i][j] += a[i][k] * b[k][j]
    return c


a = [[(i * 7 + k) % 5 / 4 for k in range(6)] for i in range(5)]
b = [[(k * 3 + j) % 7 / 8 for j in range(4)] for k in range(6)]
print(product(a, b, 5, 4, 6), product(a, b, 2, 3, 0))
