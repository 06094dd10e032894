import numpy as np


def loop_by_numpy(xs, ys, total):
    """By arrays: a loop of potential(). None: they would differ."""
    if len(xs) * len(ys) > 10**7:
        return None
    xs = np.fromiter(xs, float, len(xs))
    ys = np.fromiter(ys, float, len(ys))
    with np.errstate(over="ignore", invalid="ignore"):
        stop = len(xs)
        rows_at_once = 2**14 // (len(ys) + 1) + 1
        for first in range(0, stop, rows_at_once):
            last = min(first + rows_at_once, stop)
            divisor = 1.0 + np.abs(xs[first:last, None] - ys)
            if not np.all(divisor):
                return None
            total_values = (1.0 / divisor).ravel()
            total_sum = total
            for start in range(0, len(total_values), 2**16):
                total_sum = np.add.accumulate(np.append(total_sum, total_values[start:start + 2**16]))[-1]
            if total_values.size:
                total = total_sum.item()
    return total


def potential(xs, ys):
    total = 0.0
    folded = loop_by_numpy(xs, ys, total)
    if folded is None:
        for x in xs:
            for y in ys:
                total += 1.0 / (1.0 + abs(x - y))
    else:
        total = folded
    return total


print(potential([0.1 * i for i in range(20)], [0.3 * i for i in range(15)]), potential([], [1.0]))
