import mmap
import os
import tempfile

import numpy as np


def smoothed(levels, out):
    for i in range(1, len(levels) - 1):
        out[i] = (levels[i - 1] + levels[i] * 2 + levels[i + 1]) * 0.25
    return out


def total(levels):
    largest, place = -1.0, -1
    for i in range(len(levels)):
        if levels[i] > largest:
            largest = levels[i]
            place = i
    return largest, place


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "levels")
    (np.arange(40) * 37 % 53 - 9.5).tofile(path)
    one = np.memmap(path, dtype=float, mode="r+")
    other = np.memmap(path, dtype=float, mode="r+")
    print(smoothed(one, other).tolist(), total(other))
    print(smoothed(np.asarray(one), np.asarray(other)).tolist(), total(one))
    with open(path, "r+b") as file:
        maps = [mmap.mmap(file.fileno(), 0) for _ in range(2)]
    print(smoothed(*[np.frombuffer(one) for one in maps]).tolist())
    print(smoothed(np.array(one), np.zeros(40)).tolist(), total(np.memmap(path, mode="r")))
    one[3] = other[7] = float("nan")
    print(total(one), total(other), total(one[:0]))
    del one, other, maps
