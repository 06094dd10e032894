import numpy as np


def out_by_numpy(points, centres, weights, out):
    """By arrays: a loop of influence()."""
    points = np.fromiter(points, float, len(points))
    with np.errstate(over="ignore", invalid="ignore"):
        stop = len(points)
        out_values = np.empty(stop)
        for first in range(0, stop, 2**14):
            last = min(first + 2**14, stop)
            total = np.zeros(last - first)
            for c, w in zip(centres, weights):
                d = points[first:last] - c
                total += w * d * d
            out_values[first:last] = total
    out.extend(out_values.tolist())


def influence(points, centres, weights):
    out = []
    out_by_numpy(points, centres, weights, out)
    return out


print(influence([0.1 * i for i in range(20)], [1.0, 2.0, 3.5], [0.3, 0.2, 0.1]))
print(influence([0.1], [], []))
