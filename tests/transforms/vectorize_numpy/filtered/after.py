import numpy as np


def out_by_numpy(xs, limit, out):
    """By arrays: a loop of passing()."""
    xs = np.fromiter(xs, float, len(xs))
    with np.errstate(over="ignore", invalid="ignore"):
        scaled = xs * 2.0
        mask = scaled > limit
        out_values = (scaled - limit)[mask]
    out.extend(out_values.tolist())


def passing(xs, limit):
    out = []
    out_by_numpy(xs, limit, out)
    return out


print(passing([0.5 * i for i in range(30)], 9.0), passing([], 1.0))
