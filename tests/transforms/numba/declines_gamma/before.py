import math


def grow(xs):
    for i in range(1, len(xs)):
        xs[i] = math.gamma(xs[i - 1])
    return xs


print(grow([1.5, 0.0, 0.0]))
