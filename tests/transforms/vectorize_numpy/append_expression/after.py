import numpy as np


def found_by_numpy(xs, ys, weights, found):
    """By arrays: a loop of distances(). False: not done, they would differ."""
    size = min(len(xs), len(ys), len(weights))
    xs = np.fromiter(xs, float, len(xs))
    ys = np.fromiter(ys, float, len(ys))
    weights = np.fromiter(weights, float, len(weights))
    with np.errstate(over="ignore", invalid="ignore"):
        found_values = np.empty(size)
        for first in range(0, size, 2**14):
            last = min(first + 2**14, size)
            d = xs[first:last] - ys[first:last]
            divisor = 1.0 + weights[first:last]
            if not np.all(divisor):
                return False
            found_values[first:last] = d * d / divisor
    found.extend(found_values.tolist())
    return True


def distances(xs, ys, weights):
    """Weighted distances, item by item."""
    found = []
    if not found_by_numpy(xs, ys, weights, found):
        for x, y, weight in zip(xs, ys, weights):
            # the plain difference first
            d = x - y
            found.append(d * d / (1.0 + weight))
    return found


def main():
    xs = [i * 0.5 for i in range(50)]
    ys = [i * 0.25 - 3.0 for i in range(50)]
    weights = [0.1 * i for i in range(49)]
    print(distances(xs, ys, weights))
    print(distances(xs, ys, [float("inf"), float("nan"), -0.5]))
    print(distances([], ys, weights))
    try:
        distances(xs, ys, [1.0, -1.0])
    except ZeroDivisionError as error:
        print(error)


main()
