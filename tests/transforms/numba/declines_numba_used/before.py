import numba


@numba.njit
def twice(x):
    return 2.0 * x


def level(xs):
    total = 0.0
    for x in xs:
        total = 0.5 * total + x
    return total


print(level([0.5, -1.5]), twice(2.0))
