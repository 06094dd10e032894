import os
import tempfile

import numpy as np


def kinds(hours):
    frost, hot = 0, 0
    warmest = -100.0
    spans = []
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
