import numpy as np


# How many turns the first loop has is asked of the list that it fills.


def xs_by_numpy_2(xs):
    """By arrays: a loop of total()."""
    xs_values = np.broadcast_to(2.0, len(xs))
    xs.extend(xs_values.tolist())


def total(k):
    xs = []
    xs_by_numpy_2(xs)
    s = 0.5
    for v in xs:
        s += v + k
    print(s, len(xs))


total(0.25)
