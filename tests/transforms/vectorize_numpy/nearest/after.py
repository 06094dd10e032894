import numpy as np


def loop_by_numpy(xs, x, ys, y, place, kept, best):
    """By arrays: a loop of nearest(). None: they would differ."""
    if len(ys) < len(xs):
        return None
    xs = np.fromiter(xs, float, len(xs))
    ys = np.fromiter(ys, float, len(ys))
    with np.errstate(over="ignore", invalid="ignore"):
        i = np.arange(len(xs))
        dx = xs - x
        dy = ys[:len(xs)] - y
        squared = dx * dx + dy * dy
        best_values = squared
        if np.isnan(best_values).any():
            return None
        place_values = i
        kept_values = dx
        if best_values.size:
            at = best_values.argmin()
            if best_values[at].item() < best:
                best = best_values[at].item()
                place = place_values[at].item()
                kept = kept_values[at].item()
    return best, place, kept


def nearest(xs, ys, x, y):
    best = 1e300
    place = -1
    kept = 0.0

    folded = loop_by_numpy(xs, x, ys, y, place, kept, best)
    if folded is None:
        for i in range(len(xs)):
            dx = xs[i] - x
            dy = ys[i] - y
            squared = dx * dx + dy * dy
            if squared < best:
                best = squared
                place = i
                kept = dx
    else:
        best, place, kept = folded
    return best, place, kept


xs = [0.5 * i - 3.0 for i in range(20)]
print(nearest(xs, xs, 1.0, 1.5), nearest(xs, xs, -1.0, -1.0), nearest([], [], 1.0, 1.0))
print(nearest([1.0, float("nan"), 2.0], [1.0, 0.0, 2.0], 2.0, 2.0))
print(nearest([1.0, -1.0], [0.0, 0.0], 0.0, -0.0))
try:
    nearest([1.0, 2.0], [1.0], 0.0, 0.0)
except IndexError as error:
    print(error)
