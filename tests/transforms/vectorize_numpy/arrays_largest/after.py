import numpy as np


def loop_by_numpy(values, where, best):
    """By arrays: a loop of largest(). None: they would differ."""
    if (
        type(values) is not np.ndarray
        or values.ndim != 1
        or values.dtype not in ("int64", "float64")
    ):
        return None
    if (
        values.dtype == "int64" and not -2**52 <= values.min(initial=0) <= values.max(initial=0) <= 2**52
        or type(where) not in (int, float, np.int64, np.float64)
        or type(where) in (int, np.int64) and not -2**52 <= where <= 2**52
        or type(best) not in (int, float, np.int64, np.float64)
        or type(best) in (int, np.int64) and not -2**52 <= best <= 2**52
    ):
        return None
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            i = np.arange(len(values))
            best_values = values
            where_values = i
            if best_values.size:
                at = best_values.argmax()
                if best_values[at] != best_values[at]:
                    return None
                if best_values[at].item() > best:
                    best = best_values[at]
                    where = where_values[at].item()
    except FloatingPointError:
        return None
    return best, where


def largest(values):
    best = values[0]
    where = 0
    folded = loop_by_numpy(values, where, best)
    if folded is None:
        for i, x in enumerate(values):
            if x > best:
                best = x
                where = i
    else:
        best, where = folded
    return best, where


print(largest(np.sin(np.arange(50) * 0.7)), largest(np.arange(9)[::-1]), largest(np.array([1.0, np.nan, 2.0])))
