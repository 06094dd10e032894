import numpy as np


def table_by_numpy(rows, columns, old, floor, table):
    """By arrays: a loop of softened(). False: not done, they would differ."""
    if (
        rows - 1 < 1
        or columns - 1 < 1
        or len(old) < rows
        or len(table) < rows - 1
        or min(map(len, table), default=0) < columns - 1
        or len({*map(len, old)}) != 1
        or len({*map(id, table), *map(id, old)}) != len(table) + len(old)
    ):
        return False
    old = np.array(old, dtype=float)
    if len(old[0]) < columns:
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        stop = rows - 1
        rows_at_once = 2**14 // (columns - 1) + 1
        table_values = np.empty((stop - 1, columns - 2))
        for first in range(1, stop, rows_at_once):
            last = min(first + rows_at_once, stop)
            value = (
                (old[first - 1:last - 1, 1:columns - 1] + old[first + 1:last
                + 1, 1:columns - 1] + old[first:last, :columns - 2]
                + old[first:last, 2:columns]) * 0.25
            )
            mask = value < floor
            value = np.where(mask, floor, value)
            table_values[first - 1:last - 1] = value
    for row_2, numbers in zip(table[1:rows - 1], table_values):
        row_2[1:columns - 1] = numbers.tolist()
    return True


def softened(table, old, floor):
    rows, columns = len(table), len(table[0])
    if not table_by_numpy(rows, columns, old, floor, table):
        for i in range(1, rows - 1):
            for j in range(1, columns - 1):
                value = (old[i - 1][j] + old[i + 1][j] + old[i][j - 1] + old[i][j + 1]) * 0.25
                if value < floor:
                    value = floor
                table[i][j] = value


def sums(table, weights):
    found = []
    for i in range(len(table)):
        total = 0.0
        for k in range(len(weights)):
            total = total * 0.5 + table[i][k] * weights[k]
        found.append(total)
    return found


def table(rows, columns):
    return [[(i * 31 + j * 17) % 97 / 8 for j in range(columns)] for i in range(rows)]


for rows, columns in ((6, 9000), (9000, 4), (2, 3), (3, 1)):
    old, new = table(rows, columns), table(rows, columns)
    softened(new, old, 2.5)
    print(new[0][:4], new[1][:4], new[-2][-4:], new[-1][-4:], sum(map(sum, new)))
    print(sum(sums(new, [0.5, 2.0][:columns])), sums(new, [])[-1:])
