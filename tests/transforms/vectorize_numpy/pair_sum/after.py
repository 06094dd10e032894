import numpy as np


def loop_by_numpy(xs, ys, total):
    """By arrays: a loop of potential(). None: they would differ."""
    if len(xs) * len(ys) > 10**7:
        return None
    xs = np.array(xs, dtype=float)
    ys = np.array(ys, dtype=float)
    with np.errstate(over="ignore", invalid="ignore"):
        divisor = 1.0 + np.abs(xs[:, None] - ys)
        if not np.all(divisor):
            return None
        total_values = (1.0 / divisor).ravel()
        total = np.add.accumulate(np.append(total, total_values))[-1].item()
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
