import numpy as np


def best_by_numpy(xs, x, ys, y, place, kept, best):
    """On arrays: a loop of nearest(). None: they would differ."""
    if len(ys) < len(xs):
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        stop = len(xs)
        for first in range(0, stop, 2**14):
            last = min(first + 2**14, stop)
            i = np.arange(first, last)
            dx = xs[first:last] - x
            dy = ys[first:last] - y
            squared = dx * dx + dy * dy
            best_values = squared
            place_values = i
            kept_values = dx
            if best_values.size:
                at = best_values.argmin()
                if best_values[at] != best_values[at]:
                    return None
                if best_values[at].item() < best:
                    best = best_values[at].item()
                    place = place_values[at].item()
                    kept = kept_values[at].item()
    return best, place, kept


def nearest(xs, ys, x, y):
    best = 1e300
    place = -1
    kept = 0.0

    for i in range(len(xs)):
        dx = xs[i] - x
        dy = ys[i] - y
        squared = dx * dx + dy * dy
        if squared < best:
            best = squared
            place = i
            kept = dx
    return best, place, kept


def xs_by_numpy():
    """On arrays: a comprehension."""
    with np.errstate(over="ignore", invalid="ignore"):
        i = np.arange(20)
        values = 0.5 * i - 3.0
    return values


def values_by_arrays():
    """By arrays, handed on from one loop to the next. None: they would differ."""
    xs = xs_by_numpy()
    values = best_by_numpy(xs, 1.0, xs, 1.5, -1, 0.0, 1e300)
    if values is None:
        return None
    best, place, kept = values
    values_2 = best_by_numpy(xs, -1.0, xs, -1.0, -1, 0.0, 1e300)
    if values_2 is None:
        return None
    best_2, place_2, kept_2 = values_2
    return xs.tolist(), (best, place, kept), (best_2, place_2, kept_2)


values = values_by_arrays()
if values is None:
    xs = [0.5 * i - 3.0 for i in range(20)]
    print(nearest(xs, xs, 1.0, 1.5), nearest(xs, xs, -1.0, -1.0), nearest([], [], 1.0, 1.0))
else:
    xs, nearest_value, nearest_value_2 = values
    print(nearest_value, nearest_value_2, nearest([], [], 1.0, 1.0))
print(nearest([1.0, float("nan"), 2.0], [1.0, 0.0, 2.0], 2.0, 2.0))
print(nearest([1.0, -1.0], [0.0, 0.0], 0.0, -0.0))
try:
    nearest([1.0, 2.0], [1.0], 0.0, 0.0)
except IndexError as error:
    print(error)
