import numpy as np


def spans_by_numpy(hours, frost, hot, spans):
    """By arrays: a loop of kinds(). None: they would differ."""
    if (
        type(hours) is not np.ndarray
        or hours.ndim != 2
        or hours.dtype not in ("int64", "float64")
        or len(hours) == 0
    ):
        return None
    if (
        hours.dtype == "int64" and not -2**52 <= hours.min(initial=0) <= hours.max(initial=0) <= 2**52
        or type(frost) is not int
        or type(hot) is not int
    ):
        return None
    if hours.shape[1] < 1:
        return None
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            stop = len(hours)
            spans_values = np.empty(0)
            for first in range(0, stop, 2**14):
                last = min(first + 2**14, stop)
                low = hours[first:last, 0]
                high = hours[first:last, 0]
                for hour in range(1, len(hours[0])):
                    value = hours[first:last, hour]
                    mask = value < low
                    low_2 = value
                    if np.asarray(low_2).dtype != np.asarray(low).dtype:
                        return None
                    low = np.where(mask, low_2, low)
                    mask_2 = value > high
                    high_2 = value
                    if np.asarray(high_2).dtype != np.asarray(high).dtype:
                        return None
                    high = np.where(mask_2, high_2, high)
                mask_3 = low < 0.0
                frost = frost + int(np.count_nonzero(mask_3))
                mask_4 = high >= 30.0
                hot = hot + int(np.count_nonzero(mask_4))
                part = high - low
                if first == 0:
                    spans_values = np.empty(stop, part.dtype)
                spans_values[first:last] = part
    except FloatingPointError:
        return None
    spans.extend([*spans_values])
    return frost, hot


def kinds(hours):
    frost, hot = 0, 0
    spans = []
    folded = spans_by_numpy(hours, frost, hot, spans)
    if folded is None:
        for day in range(hours.shape[0]):
            low, high = hours[day, 0], hours[day, 0]
            for hour in range(1, hours.shape[1]):
                value = hours[day, hour]
                if value < low:
                    low = value
                if value > high:
                    high = value
            if low < 0.0:
                frost += 1
            if high >= 30.0:
                hot += 1
            spans.append(high - low)
    else:
        frost, hot = folded
    return frost, hot, spans


hours = np.array([[(d * 37 + h * 11) % 53 - 9.5 for h in range(6)] for d in range(7)])
print(kinds(hours), kinds(hours.astype(int)), kinds(hours[:0]), kinds(hours[:2, :1]))
hours[2, 3] = float("nan")
print(kinds(hours))
