import numpy as np


def numbers_by_numpy(xs, ys):
    """By arrays: a comprehension of products()."""
    xs = np.fromiter(xs, float, len(xs))
    ys = np.fromiter(ys, float, len(ys))
    with np.errstate(over="ignore", invalid="ignore"):
        row_values = xs[:, None] * ys + 1.0
    return row_values.tolist()


def products(xs, ys):
    return numbers_by_numpy(xs, ys)


print(products([0.5 * i for i in range(6)], [1.5 - i for i in range(4)]))
print(products([], [1.0]), products([1.0, 2.0], []))
