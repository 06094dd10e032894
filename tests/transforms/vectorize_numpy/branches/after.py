import numpy as np


def out_by_numpy(xs, low, high, out):
    """By arrays: a loop of clipped(). False: not done, they would differ."""
    xs = np.fromiter(xs, float, len(xs))
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        mask = xs < low
        if np.any(mask & (xs == 0)):
            return False
        y = low - 1.0 / xs
        others = np.logical_not(mask)
        mask_2 = xs < high
        y = np.where(others, np.where(mask_2, xs, high), y)
        out_values = y
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
