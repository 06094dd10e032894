import numpy as np


def deep(levels, start, found):
    highest = start
    for i in range(len(levels)):
        if levels[i] > highest:
            highest = levels[i]
        found[i] = highest - levels[i]
    return found.tolist(), repr(highest)


levels = [k * 37 % 53 / 4 for k in range(30)]
a = np.array(levels)
print(deep(a, a[0], np.zeros(30)), deep(a, 2, np.zeros(30)), deep(a, 100.5, np.zeros(30)))
print(deep(np.arange(5), 2, np.zeros(5, dtype=int)), deep(np.arange(5), 2.5, np.zeros(5)), deep(np.arange(5), 2.5, np.zeros(5, dtype=int)))
print(deep(a[:0], np.float32(1.5), np.zeros(3)), deep(a[:2], np.float32(1.5), np.zeros(3)), deep(a, True, np.zeros(30)))
print(deep(np.array([1.0, np.nan, 3.0]), 0.0, np.zeros(3)), deep(np.array([np.inf, 1.0]), 0.0, np.zeros(2)))
b = np.arange(6.0)
print(deep(b, 0.0, b), deep(np.arange(6.0), 2.0, np.zeros(9)[::2]))


def kept(levels, start):
    highest = start
    found = []
    for i in range(len(levels)):
        if levels[i] > highest:
            highest = levels[i]
        found.append(highest)
    return found, highest


print(kept(a, 3.0), kept(a, a[0]), kept(np.arange(4), 2))
