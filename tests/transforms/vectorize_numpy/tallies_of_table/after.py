import numpy as np


def table_by_numpy(firsts, seconds, table):
    """By arrays: a loop of pairs(). False: not done, they would differ."""
    if (
        len(seconds) < len(firsts)
        or len({*map(len, table)}) != 1
        or any(min(row, default=0) < -2**26 for row in table)
        or any(max(row, default=0) > 2**26 for row in table)
        or len(firsts) > 2**26
        or len({*map(id, table)}) != len(table)
    ):
        return False
    try:
        firsts = np.fromiter(firsts, int, len(firsts))
    except OverflowError:
        return False
    try:
        seconds = np.fromiter(seconds, int, len(seconds))
    except OverflowError:
        return False
    if (
        firsts.min(initial=0) < -2**26
        or firsts.max(initial=0) > 2**26
        or seconds.min(initial=0) < -2**26
        or seconds.max(initial=0) > 2**26
    ):
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        mask = firsts != seconds[:len(firsts)]
        at = firsts[mask]
        if at.min(initial=0) < -len(table) or at.max(initial=0) >= len(table):
            return False
        at_2 = (seconds[:len(firsts)] % 3)[mask]
        if (
            at_2.min(initial=0) < -len(table[0])
            or at_2.max(initial=0) >= len(table[0])
        ):
            return False
        table_values = (firsts * 2 + 1)[mask]
        table_sums = np.array(table, dtype=int)
        np.add.at(table_sums, (at, at_2), table_values)
    for row_2, numbers in zip(table, table_sums):
        row_2[:] = numbers.tolist()
    return True


def pairs(firsts, seconds, table):
    if not table_by_numpy(firsts, seconds, table):
        for i in range(len(firsts)):
            if firsts[i] != seconds[i]:
                table[firsts[i]][seconds[i] % 3] += firsts[i] * 2 + 1


def show(firsts, seconds, table):
    try:
        pairs(firsts, seconds, table)
    except IndexError as error:
        print(error)
    print(table)


show([0, 1, 2, 1, 1, -1], [5, 4, 3, 4, 7, 1], [[0] * 3 for _ in range(3)])
show([0, 1, 3], [5, 4, 3], [[0] * 3 for _ in range(3)])
show([0, 1, 2], [5, 4], [[0] * 3 for _ in range(3)])
show([0, 1, 2], [5, 4, 3], [[0, 0, 0], [1, 2], [3, 4, 5]])
show([0, 1, 2, 2], [5, 4, 3, 3], [[0] * 3] * 3)
show([], [], [])
show([0], [1], [])
show([2**62, 0, 0], [0, 1, 2], [[2**62] * 3 for _ in range(3)])
show([0, 1, 0], [1, 2, 2], [[2**63 - 1] * 3 for _ in range(3)])
