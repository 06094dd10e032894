import numpy as np


def found_by_numpy(levels, lowest, found):
    """By arrays: a loop of falls(). None: they would differ."""
    if (
        type(levels) is not np.ndarray
        or levels.ndim != 1
        or levels.dtype not in ("int64", "float64")
        or type(found) is not np.ndarray
        or found.ndim != 1
        or found.dtype not in ("int64", "float64")
        or not found.flags.writeable or not found.flags.forc
    ):
        return None
    if (
        len(found) < len(levels)
        or levels.dtype == "int64" and not -2**52 <= levels.min(initial=0) <= levels.max(initial=0) <= 2**52
        or type(lowest) not in (int, float, np.int64, np.float64)
        or type(lowest) in (int, np.int64) and not -2**52 <= lowest <= 2**52
        or np.may_share_memory(found, levels)
    ):
        return None
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            stop = len(levels)
            for first in range(0, stop, 2**14):
                last = min(first + 2**14, stop)
                lowest_values = levels[first:last]
                if np.asarray(lowest).dtype != lowest_values.dtype:
                    return None
                if lowest == 0 and np.signbit(lowest):
                    return None
                if lowest_values.view("int64").min(initial=0) == -2**63:
                    return None
                lowest_1 = np.minimum.accumulate(lowest_values)
                np.minimum(lowest_1, lowest, out=lowest_1)
                if lowest_values.size:
                    at = lowest_values.argmin()
                    if lowest_values[at] != lowest_values[at]:
                        return None
                    if lowest_values[at].item() < lowest:
                        lowest = lowest_values[at]
                found_values = levels[first:last] - lowest_1
                if found_values.dtype != found.dtype and (found.dtype == "int64" or np.any(np.abs(found_values) > 2**53)):
                    return None
                found[first:last] = found_values
    except FloatingPointError:
        return None
    return lowest


def falls(levels):
    lowest = levels[0]
    found = np.zeros(len(levels))
    folded = found_by_numpy(levels, lowest, found)
    if folded is None:
        for i in range(len(levels)):
            if levels[i] < lowest:
                lowest = levels[i]
            found[i] = levels[i] - lowest
    else:
        lowest = folded
    return found.tolist(), repr(lowest)


levels = np.array([k * 37 % 53 / 4 for k in range(9)])
print(falls(levels), falls(levels[:1]), falls(np.arange(6)[::-1]), falls(np.array([1.0, -0.0, 0.0, float("nan")])))
try:
    falls(levels[:0])
except IndexError as error:
    print(error)
