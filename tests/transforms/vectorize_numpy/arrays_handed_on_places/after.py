import numpy as np


def values_by_numpy(values):
    """On arrays: a comprehension of doubled(). None: they would differ."""
    if values.min(initial=0) < -2**52 or values.max(initial=0) > 2**52:
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        values_2 = values * 2
    return values_2


def doubled(values):
    return [value * 2 for value in values]


def cells_by_numpy(rows, size, values, cells):
    """On arrays: a loop of table(). False: not done, they would differ."""
    if (
        rows < 0
        or size - 1 < 1
        or cells.shape[1] < size - 1
        or len(cells) < rows
        or len(values) < rows
        or values.min(initial=0) < -2**26
        or values.max(initial=0) > 2**26
        or size - 1 > 2**26
    ):
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        j = np.arange(1, size - 1)
        cells_values = values[:rows, None] * j
    cells[:rows, 1:size - 1] = cells_values
    return True


def table(values, size):
    rows = len(values)
    cells = [[0] * size for _ in range(rows)]
    for i in range(rows):
        for j in range(1, size - 1):
            cells[i][j] = values[i] * j
    return cells


def total_by_numpy(cells, total):
    """On arrays: a loop of totals(). None: they would differ."""
    if (
        cells.min(initial=0) < -2**20
        or cells.max(initial=0) > 2**20
        or len(cells) > 2**20
    ):
        return None
    if len(cells[0]) > 2**20:
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        total_values = cells.ravel()
        total = total + int(total_values.sum())
    return total


def totals(cells, start):
    total = start
    for i in range(len(cells)):
        for j in range(len(cells[0])):
            total += cells[i][j]
    return total


def values_and_total_by_arrays(values, size, start):
    """By arrays, handed on from one loop to the next. None: they would differ."""
    if type(size) is not int:
        return None
    try:
        values_array = np.fromiter(values, int, len(values))
    except OverflowError:
        return None
    values_2 = values_by_numpy(values_array)
    if values_2 is None:
        return None
    if len(values_2) * max(size, 0) > 10**8:
        return None
    cells = np.full((len(values_2), max(size, 0)), 0)
    if not len(cells):
        return None
    if not cells_by_numpy(len(values_2), size, values_2, cells):
        return None
    total = total_by_numpy(cells, start)
    if total is None:
        return None
    return values_2.tolist(), total


def run(values, size, start):
    new_values = values_and_total_by_arrays(values, size, start)
    if new_values is None:
        values = doubled(values)
        cells = table(values, size)
        total = totals(cells, start)
    else:
        values, total = new_values
    return total, values


print(run([3, 1, 4, 1, 5], 6, 0))
print(run([3, 1, 4, 1, 5], 0, 2), run([2, 7], -3, 5))
print(run([2**70, 1], 4, 2), run([2**62, 2**62], 4, -1), run([2**40], 5, 2**80))
try:
    run([], 5, 0)
except IndexError as error:
    print(error)
