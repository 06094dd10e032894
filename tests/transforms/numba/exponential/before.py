import math


def grow(xs):
    for i in range(1, len(xs)):
        xs[i] = math.exp(-xs[i - 1])
    return xs


for xs in ([1.5, 0.0, 0.0], [-709.0, 0.0, 0.0], [-710.0, 0.0], [float("nan"), 0.0], [float("-inf"), 1.0]):
    try:
        print(grow(xs))
    except OverflowError as error:
        print(error, xs)
