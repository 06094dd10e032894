import numpy as np


def found_by_numpy(xs, last, found):
    """By arrays: a loop of steps(). None: they would differ."""
    if type(last) is not float:
        return None
    xs = np.fromiter(xs, float, len(xs))
    last_left = np.append(last, xs)
    last_before_1 = last_left[:-1]
    last = last_left[-1].item()
    found_values = last_before_1
    found.extend(found_values.tolist())
    return last


def steps(xs):
    found = []
    last = 0
    folded = found_by_numpy(xs, last, found)
    if folded is None:
        for x in xs:
            found.append(last)
            last = x
    else:
        last = folded
    return found


print(steps([0.25, 1.5, 2.0]))
