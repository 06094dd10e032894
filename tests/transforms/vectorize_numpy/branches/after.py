import numpy as np


def out_by_numpy(xs, low, high, out):
    """By arrays: a loop of clipped(). False: not done, they would differ."""
    xs = np.fromiter(xs, float, len(xs))
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        stop = len(xs)
        out_values = np.empty(stop)
        for first in range(0, stop, 2**14):
            last = min(first + 2**14, stop)
            mask = xs[first:last] < low
            if np.any(mask & (xs[first:last] == 0)):
                return False
            y = low - 1.0 / xs[first:last]
            others = np.logical_not(mask)
            mask_2 = xs[first:last] < high
            y = np.where(others, np.where(mask_2, xs[first:last], high), y)
            out_values[first:last] = y
    out.extend(out_values.tolist())
    return True


def clipped(xs, low, high):
    out = []
    if not out_by_numpy(xs, low, high, out):
        for x in xs:
            if x < low:
                y = low - 1.0 / x
            else:
                y = x if x < high else high
            out.append(y)
    return out


print(clipped([0.5 * i - 4.0 for i in range(30)], -1.0, 6.5))
print(clipped([2.0, 0.0, float("nan")], -1.0, 6.5))
try:
    clipped([2.0, 0.0, float("nan")], 1.0, 6.5)
except ZeroDivisionError as error:
    print(error)
