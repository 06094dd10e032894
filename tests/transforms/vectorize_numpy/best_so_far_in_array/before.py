import numpy as np


def falls(levels):
    lowest = levels[0]
    found = np.zeros(len(levels))
    for i in range(len(levels)):
        if levels[i] < lowest:
            lowest = levels[i]
        found[i] = levels[i] - lowest
    return found.tolist(), repr(lowest)


levels = np.array([k * 37 % 53 / 4 for k in range(9)])
print(falls(levels), falls(levels[:1]), falls(np.arange(6)[::-1]), falls(np.array([1.0, -0.0, 0.0, float("nan")])))
try:
    falls(levels[:0])
except IndexError as error:
    print(error)
