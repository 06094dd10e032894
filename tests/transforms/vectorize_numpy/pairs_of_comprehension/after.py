import numpy as np


def numbers_by_numpy(xs, ys, scale):
    """By arrays: a comprehension of both(). None: they would differ."""
    size = min(len(xs), len(ys))
    if abs(scale) > 2**26:
        return None
    try:
        xs = np.fromiter(xs, int, len(xs))
    except OverflowError:
        return None
    try:
        ys = np.fromiter(ys, int, len(ys))
    except OverflowError:
        return None
    if (
        xs.min(initial=0) < -2**26
        or xs.max(initial=0) > 2**26
        or ys.min(initial=0) < -2**26
        or ys.max(initial=0) > 2**26
    ):
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        mask = xs[:size] != ys[:size]
        values = (xs[:size] * scale)[mask]
        values_2 = (np.broadcast_to(1, size))[mask]
        values_3 = -ys[:size][mask]
    return [*zip(values.tolist(), values_2.tolist(), values_3.tolist())]


def both(xs, ys, scale):
    return numbers_by_numpy(xs, ys, scale) or [(x * scale, 1, -y) for x, y in zip(xs, ys) if x != y]


xs = [k * 7 % 11 for k in range(20)]
ys = [k * 5 % 11 for k in range(20)]
print(both(xs, ys, 3), both([], [], 1), both(xs, [1, 2], 2), both([2 ** 70], [1], 2), both([1, 2], [1, 3], 10 ** 18))
