import numpy as np

SCALE = 0.125


def ys_by_numpy(xs, SCALE):
    """By arrays: a comprehension of scaled()."""
    xs = np.fromiter(xs, float, len(xs))
    with np.errstate(over="ignore", invalid="ignore"):
        values = (xs * SCALE - 1.0) * xs
    return values.tolist()


def scaled(xs):
    ys = ys_by_numpy(xs, SCALE)
    return ys


print(scaled([0.5 * i for i in range(30)]))
print(scaled([]), scaled([float("inf"), -0.0, 1e300]))
