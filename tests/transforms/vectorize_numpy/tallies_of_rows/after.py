import numpy as np


def sums_by_numpy(rows, columns, sums, weights):
    """By arrays: a loop of add_up(). False: not done, they would differ."""
    if (
        columns < 0
        or len(weights) < len(rows)
        or len({*map(len, rows)}) != 1
        or len(rows) * columns > 10**7
    ):
        return False
    rows = np.array(rows, dtype=float)
    weights = np.fromiter(weights, float, len(weights))
    if len(rows[0]) < columns:
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        j = np.arange(columns)
        at = (np.broadcast_to(j, (len(rows), columns))).ravel()
        if at.min(initial=0) < -len(sums) or at.max(initial=0) >= len(sums):
            return False
        sums_values = (rows[:, :columns] * weights[:len(rows), None]).ravel()
        sums_sums = np.array(sums, dtype=float)
        np.add.at(sums_sums, at, sums_values)
    sums[:] = sums_sums.tolist()
    return True


def add_up(rows, weights, sums, columns):
    if not sums_by_numpy(rows, columns, sums, weights):
        for i in range(len(rows)):
            for j in range(columns):
                sums[j] += rows[i][j] * weights[i]


def show(rows, weights, sums, columns):
    try:
        add_up(rows, weights, sums, columns)
    except IndexError as error:
        print(error)
    print(sums)


table = [[0.1 * i + 1e9 * (j % 2) - 3.0 * j for j in range(5)] for i in range(7)]
factors = [1.5, -0.25, 0.0, 1e-9, 1e12, 2.0, -1.0]
show(table, factors, [0.0, -0.0, 1.0, 2.0, 3.0], 5)
show(table, factors, [0.0] * 6, 4)
show(table, factors, [0.0] * 4, 5)
show(table, factors[:4], [0.0] * 5, 5)
show([row[: 5 - i % 2] for i, row in enumerate(table)], factors, [0.0] * 5, 5)
show([], factors, [1.0], 1)
show([[]], factors, [1.0], 0)
