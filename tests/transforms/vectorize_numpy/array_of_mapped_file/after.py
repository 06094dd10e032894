import os
import tempfile

import numpy as np


def spans_by_numpy(hours, frost, hot, warmest, spans):
    """By arrays: a loop of kinds(). None: they would differ."""
    if (
        type(hours) not in (np.ndarray, np.memmap)
        or hours.ndim != 2
        or hours.dtype not in ("int64", "float64")
        or len(hours) == 0
    ):
        return None
    hours = np.asarray(hours)
    if (
        hours.dtype == "int64" and not -2**52 <= hours.min(initial=0) <= hours.max(initial=0) <= 2**52
        or type(frost) is not int
        or type(hot) is not int
        or type(warmest) not in (int, float, np.int64, np.float64)
        or type(warmest) in (int, np.int64) and not -2**52 <= warmest <= 2**52
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
                warmest_values = high
                if warmest_values.size:
                    at = warmest_values.argmax()
                    if warmest_values[at] != warmest_values[at]:
                        return None
                    if warmest_values[at].item() > warmest:
                        warmest = warmest_values[at]
                part = high - low
                if first == 0:
                    spans_values = np.empty(stop, part.dtype)
                spans_values[first:last] = part
    except FloatingPointError:
        return None
    spans.extend([*spans_values])
    return frost, hot, warmest


def kinds(hours):
    frost, hot = 0, 0
    warmest = -100.0
    spans = []
    folded = spans_by_numpy(hours, frost, hot, warmest, spans)
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
            if high > warmest:
                warmest = high
            spans.append(high - low)
    else:
        frost, hot, warmest = folded
    return frost, hot, warmest, type(warmest), spans, type(spans[-1])


def smoothed(levels, out):
    for i in range(1, len(levels) - 1):
        out[i] = (levels[i - 1] + levels[i] * 2 + levels[i + 1]) * 0.25
    return out


class Table(np.memmap):
    pass


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "hours.npy")
    hours = np.array([[(d * 37 + h * 11) % 53 - 9.5 for h in range(6)] for d in range(7)])
    np.save(path, hours)
    mapped = np.load(path, mmap_mode="r")
    print(type(mapped).__name__, kinds(hours), kinds(mapped), kinds(mapped.view(Table)))
    odd = np.memmap(path, dtype="<f8", mode="r", offset=121, shape=(8, 5))
    print(kinds(odd), kinds(np.memmap(path, dtype=">i8", mode="r", offset=128, shape=(8, 5))))
    # Two maps of one file: what goes into one comes out of the other.
    one = np.memmap(path, dtype=float, mode="r+", offset=128)
    other = np.memmap(path, dtype=float, mode="r+", offset=128)
    print(smoothed(one, other).tolist())
    print(smoothed(np.asarray(other), np.zeros(len(other))).tolist())
    del mapped, odd, one, other
