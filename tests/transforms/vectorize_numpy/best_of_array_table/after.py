import numpy as np


def loop_by_numpy(table, where, best):
    """By arrays: a loop of largest(). None: they would differ."""
    if (
        type(table) is not np.ndarray
        or table.ndim != 2
        or table.dtype not in ("int64", "float64")
        or len(table) == 0
    ):
        return None
    if (
        table.dtype == "int64" and not -2**52 <= table.min(initial=0) <= table.max(initial=0) <= 2**52
        or type(best) not in (int, float, np.int64, np.float64)
        or type(best) in (int, np.int64) and not -2**52 <= best <= 2**52
    ):
        return None
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
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
                    best = best_values[at]
                    where = (where_values[at].item(), where_values_2[at].item())
    except FloatingPointError:
        return None
    return best, where


def largest(table):
    best, where = table[0, 0], (0, 0)
    folded = loop_by_numpy(table, where, best)
    if folded is None:
        for i in range(table.shape[0]):
            for j in range(table.shape[1]):
                if table[i, j] > best:
                    best = table[i, j]
                    where = (i, j)
    else:
        best, where = folded
    return best, where


for table in np.arange(12.0).reshape(3, 4) % 7, np.array([[1, 9], [9, 2]]), np.array([[0.5, np.nan], [1.0, 2.0]]):
    print(largest(table), largest(table[::-1, ::-1]), largest(table.T))
