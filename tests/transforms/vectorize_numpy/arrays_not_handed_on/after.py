import numpy as np


def numbers_by_numpy(values):
    """By arrays: a comprehension of halves()."""
    values = np.fromiter(values, float, len(values))
    with np.errstate(over="ignore", invalid="ignore"):
        values_2 = values * 0.5
    return values_2.tolist()


def halves(values):
    return numbers_by_numpy(values)


def squares(values):
    return [value * value + 1.0 for value in values]


def run(values):
    small = halves(values)
    small.append(7.0)
    return squares(small)


print(run([1.0, 2.0, 5.0]), run([]))
