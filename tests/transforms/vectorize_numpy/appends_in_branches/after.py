import numpy as np


def out_by_numpy(xs, least, out):
    """By arrays: a loop of clipped()."""
    xs = np.fromiter(xs, float, len(xs))
    with np.errstate(over="ignore", invalid="ignore"):
        stop = len(xs)
        out_values = np.empty(stop)
        for first in range(0, stop, 2**14):
            last = min(first + 2**14, stop)
            mask = xs[first:last] < least
            out_3 = least / 2
            others = np.logical_not(mask)
            mask_2 = others & (xs[first:last] > 3.0 * least)
            mask_3 = mask_2 & (xs[first:last] > 9.0)
            out_1 = 9.0
            others_2 = mask_2 & np.logical_not(mask_3)
            out_1 = np.where(others_2, xs[first:last] * 0.5, out_1)
            out_2 = out_1
            others_3 = others & np.logical_not(mask_2)
            out_2 = np.where(others_3, xs[first:last], out_2)
            out_3 = np.where(others, out_2, out_3)
            out_values[first:last] = out_3
    out.extend(out_values.tolist())


def clipped(xs, least):
    out = []
    out_by_numpy(xs, least, out)
    return out


def main():
    xs = [0.5 * i - 3.0 for i in range(30)]
    print(clipped(xs, 1.5), clipped([], 1.0), clipped([float("nan"), -0.0], 0.25))


main()
