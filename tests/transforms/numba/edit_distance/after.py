import numba
import numpy as np


def compiled(function):
    """By Numba, kept on disk if it can be; None where that is turned off."""
    if numba.config.DISABLE_JIT or numba.config.BOUNDSCHECK == 0:
        return None
    try:
        return numba.njit(cache=True, boundscheck=True)(function)
    except RuntimeError:  # no folder to keep it in
        return numba.njit(boundscheck=True)(function)


def integers(numbers):
    """As an array, if none is too large to be computed with."""
    try:  # bytes are three times as quick
        return np.frombuffer(bytes(numbers), dtype=np.uint8).astype(int)
    except (TypeError, ValueError):
        array = np.array(numbers, dtype=int)
    if array.min(initial=0) < -(2**53) or array.max(initial=0) > 2**53:
        raise OverflowError
    return array


@compiled
def fitting(number):
    """The number, if sums of two such fit into 64 bits."""
    if abs(number) > 3 * 10**18:
        raise OverflowError
    return number


@compiled
def lesser(a, b):
    """Python's min()."""
    return b if b < a else a


@compiled
def table_by_numba_loop(rows, columns, a, b, table):
    """A loop of distance(), on arrays."""
    for i in range(1, rows):
        for j in range(1, columns):
            cost = 0 if a[i - 1] == b[j - 1] else 1
            table[i, j] = (
                lesser(lesser(table[i - 1, j] + 1, table[i, j - 1]
                + 1), fitting(table[i - 1, j - 1] + cost))
            )


def table_by_numba(rows, columns, a, b, table):
    """A loop of distance(), compiled. False: not done, it would differ."""
    if (
        abs(rows) > 2**53
        or abs(columns) > 2**53
        or len({*map(len, table)}) != 1
        or len({*map(id, table)}) != len(table)
    ):
        return False
    try:
        new_table = integers(table)
        table_by_numba_loop(rows, columns, integers(a), integers(b), new_table)
    except Exception:  # nothing has been changed yet
        return False
    for row, numbers in zip(table, new_table):
        row[:] = numbers.tolist()
    return True


def distance(a, b):
    rows, columns = len(a) + 1, len(b) + 1
    table = [[0] * columns for _ in range(rows)]
    for i in range(rows):
        table[i][0] = i
    for j in range(columns):
        table[0][j] = j
    if not table_by_numba(rows, columns, a, b, table):
        for i in range(1, rows):
            for j in range(1, columns):
                cost = 0 if a[i - 1] == b[j - 1] else 1
                table[i][j] = min(
                    table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + cost
                )
    return table[-1][-1]


print(distance([1, 2, 3, 4, 5], [1, 3, 4, 4, 6, 5]), distance([], [1]), distance([], []))
print(distance([2**80, 1], [1, 2**80]))
