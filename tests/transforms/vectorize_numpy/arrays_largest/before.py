import numpy as np


def largest(values):
    best = values[0]
    where = 0
    for i, x in enumerate(values):
        if x > best:
            best = x
            where = i
    return best, where


print(largest(np.sin(np.arange(50) * 0.7)), largest(np.arange(9)[::-1]), largest(np.array([1.0, np.nan, 2.0])))
