import math
import numpy as np


def far_by_numpy(xs, ys, far, places):
    """By arrays: a loop of ways(). False: not done, they would differ."""
    if len(places) < len(xs) or len(ys) < len(xs):
        return False
    xs = np.fromiter(xs, float, len(xs))
    ys = np.fromiter(ys, float, len(ys))
    try:
        places = np.fromiter(places, int, len(places))
    except OverflowError:
        return False
    if places.min(initial=0) < -2**52 or places.max(initial=0) > 2**52:
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        stop = len(xs)
        far_values = np.empty(stop)
        for first in range(0, stop, 2**14):
            last = min(first + 2**14, stop)
            factor = xs[first:last] - 1.5
            factor_2 = ys[first:last] + 2.0
            away = np.sqrt(factor * factor + factor_2 * factor_2)
            square = (xs[first:last] - 1.5) * (ys[first:last] + 2.0) + 900.0
            if np.any(square < 0):
                return False
            slow = np.sqrt(square)
            right = places[first:last] - 4
            far_values[first:last] = (
                away + slow + np.sqrt(np.abs(xs[first:last]))
                + np.minimum(places[first:last], 12) + np.maximum(3, right)
            )
    far.extend(far_values.tolist())
    return True


def ways(xs, ys, places):
    far = []
    if not far_by_numpy(xs, ys, far, places):
        for i in range(len(xs)):
            away = math.sqrt((xs[i] - 1.5) * (xs[i] - 1.5) + (ys[i] + 2.0) * (ys[i] + 2.0))
            slow = math.sqrt((xs[i] - 1.5) * (ys[i] + 2.0) + 900.0)
            far.append(away + slow + math.sqrt(abs(xs[i])) + min(places[i], 12) + max(3, places[i] - 4))
    return far


xs = [i * 0.75 - 20.0 for i in range(60)]
ys = [7.5 - i * 0.5 for i in range(60)]
places = [(i * 11) % 23 for i in range(60)]
print(ways(xs, ys, places))
print(ways([], [], []))
print(ways([float("nan"), float("inf"), -0.0], [1.0, float("-inf"), 0.0], [2, 14, -3]))
try:
    print(ways([100.0], [-100.0], [3]))
except ValueError as error:
    print(repr(error))
