import numpy as np


def loop_by_numpy(xs, best):
    """By arrays: a loop of f(). None: they would differ."""
    try:
        xs = np.fromiter(xs, int, len(xs))
    except OverflowError:
        return None
    if xs.min(initial=0) < -2**52 or xs.max(initial=0) > 2**52:
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        mask = xs > 3
        best_values = (np.broadcast_to(1, len(xs)))[mask]
        if best_values.size:
            at = best_values.argmax()
            if best_values[at].item() > best:
                best = best_values[at].item()
    return best


def f(xs):
    best = 0
    folded = loop_by_numpy(xs, best)
    if folded is None:
        for x in xs:
            if x > 3:
                if 1 > best:
                    best = 1
    else:
        best = folded
    return best


print(f([1, 2, 5, 6]), f([1]))
