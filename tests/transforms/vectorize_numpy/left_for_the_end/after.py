import numpy as np


def widths_by_numpy(xs, limit, previous, high, widths):
    """By arrays: a loop of crossings(). None: they would differ."""
    if abs(previous) > 2**52:
        return None
    xs = np.fromiter(xs, float, len(xs))
    with np.errstate(over="ignore", invalid="ignore"):
        here_1 = xs > limit
        at = np.flatnonzero(here_1)
        previous_left = np.append(previous, at)
        previous_before_2 = previous_left[:-1]
        previous = previous_left[-1].item()
        high_left = xs
        if at.size:
            high = high_left[at[-1]].item()
        widths_values = at - previous_before_2
    widths.extend(widths_values.tolist())
    return previous, high


def crossings(xs, limit):
    widths = []
    previous = -1
    high = 0.0
    folded = widths_by_numpy(xs, limit, previous, high, widths)
    if folded is None:
        for i, x in enumerate(xs):
            if x > limit:
                widths.append(i - previous)
                previous = i
                high = x
    else:
        previous, high = folded
    return widths, previous, high


def main():
    xs = [0.5 * (i % 17) - 3.0 for i in range(60)]
    print(crossings(xs, 4.0))
    print(crossings(xs, 100.0), crossings([], 0.0), crossings([1.0], 0.5))


main()
