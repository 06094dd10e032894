import numpy as np


def loop_by_numpy(table, where, best):
    """By arrays: a loop of largest(). None: they would differ."""
    if (
        len({*map(len, table)}) != 1
        or any({*map(type, row)} != {float} for row in table)
        or len(table) * len(table[0]) > 10**7
    ):
        return None
    table = np.array(table, dtype=float)
    with np.errstate(over="ignore", invalid="ignore"):
        i = np.arange(len(table))[:, None]
        j = np.arange(len(table[0]))
        best_values = table
        where_values = np.broadcast_to(i, (len(table), len(table[0])))
        where_values_2 = np.broadcast_to(j, (len(table), len(table[0])))
        if best_values.size:
            at = np.unravel_index(best_values.argmax(), best_values.shape)
            if best_values[at] != best_values[at]:
                return None
            if best_values[at].item() > best:
                best = best_values[at].item()
                where = (where_values[at].item(), where_values_2[at].item())
    return best, where


def largest(table, best):
    where = "nowhere"
    folded = loop_by_numpy(table, where, best)
    if folded is None:
        for i in range(len(table)):
            for j in range(len(table[i])):
                if table[i][j] > best:
                    best = table[i][j]
                    where = (i, j)
    else:
        best, where = folded
    return best, where


def least_even(table, best):
    where = None
    for i, row in enumerate(table):
        for j, x in enumerate(row):
            if i % 2 == 0:
                if x < best:
                    best = x
                    where = (x, j - i, i)
    return best, where


NAN, INF = float("nan"), float("inf")
for table in (
    [[0.5, 3.0, -1.0], [3.0, 2.5, 0.0]],
    [[1.0, NAN], [2.0, 3.0]],
    [[-INF, INF], [INF, -INF]],
    [[0.0, -0.0]],
    [[]],
    [[], []],
    [],
    [[1.0, 2.0], [7.0]],
    [[1, 2.5]],
):
    for start in 0.0, -0.0, -5.0, 100.0, -INF:
        print(largest(table, start), least_even(table, -start))
