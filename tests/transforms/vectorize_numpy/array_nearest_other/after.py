import numpy as np


def found_by_numpy(table, found):
    """By arrays: a loop of nearest(). False: not done, they would differ."""
    if (
        type(table) is not np.ndarray
        or table.ndim != 2
        or table.dtype not in ("int64", "float64")
        or len(table) == 0
    ):
        return False
    if (
        table.dtype == "int64" and not -2**52 <= table.min(initial=0) <= table.max(initial=0) <= 2**52
    ):
        return False
    if table.shape[1] < len(table):
        return False
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            stop = len(table)
            found_values = np.empty(0)
            for first in range(0, stop, 2**14):
                last = min(first + 2**14, stop)
                i = np.arange(first, last)
                best = float("inf")
                place = -1
                best = np.full(last - first, best)
                place = np.full(last - first, place)
                for j in range(len(table)):
                    mask = j != i
                    mask_2 = mask & (table[first:last, j] < best)
                    best_2 = table[first:last, j]
                    if np.asarray(best_2).dtype != np.asarray(best).dtype:
                        return False
                    best = np.where(mask_2, best_2, best)
                    place_2 = j
                    if np.asarray(place_2).dtype != np.asarray(place).dtype:
                        return False
                    place = np.where(mask_2, place_2, place)
                part = place
                if first == 0:
                    found_values = np.empty(stop, part.dtype)
                found_values[first:last] = part
    except FloatingPointError:
        return False
    found.extend(found_values.tolist())
    return True


def nearest(table):
    found = []
    if not found_by_numpy(table, found):
        for i in range(len(table)):
            best, place = float("inf"), -1
            for j in range(len(table)):
                if j != i and table[i][j] < best:
                    best = table[i][j]
                    place = j
            found.append(place)
    return found


table = np.array([[abs((i * 7) % 11 - (j * 5) % 11) / 2 for j in range(6)] for i in range(6)])
print(nearest(table), nearest(table[:1, :1]), nearest(table[:0]))
table[1, 2] = float("-inf")
table[3, :] = float("nan")
print(nearest(table), nearest(np.zeros((3, 3), dtype=int)))
try:
    nearest(table[:, :3])
except IndexError as error:
    print(error)
