import math
import numba
import numpy as np


def compiled(function):
    """By Numba, kept on disk if it can be; None where that is turned off."""
    if numba.config.DISABLE_JIT or numba.config.BOUNDSCHECK == 0:
        return None
    try:
        return numba.njit(cache=True, boundscheck=True)(function)
    except RuntimeError:  # no folder to keep it in
        return numba.njit(boundscheck=True)(function)


@compiled
def finite(number):
    """The number, if it is one: Python raises instead."""
    if not abs(number) <= 1.7976931348623157e308:
        raise ValueError
    return number


@compiled
def power_of(number, times):
    """number ** times, if it is not too large."""
    power = 1
    for _ in range(times):
        if abs(float(power) * float(number)) > 3e18:
            raise OverflowError
        power *= number
    return power


@compiled
def loop_by_numba_loop(xs, total, mean, exponent, exponent_2, nothing, exponent_3, exponent_4):
    """A loop of spread(), on arrays."""
    for i in range(len(xs)):
        total += (
            (finite(math.pow(xs[i] - mean, exponent))
            + finite(math.pow(xs[i], exponent_2)) + finite(math.pow(i + 1
            + nothing, exponent_3)) + power_of(i, 3)
            + finite(math.pow(abs(xs[i]) + nothing, exponent_4)))
        )
    return total


def loop_by_numba(xs, total, mean):
    """A loop of spread(), compiled. None: not done, it would differ."""
    if numba.config.USING_SVML or type(total) is not float:
        return None
    try:
        total = loop_by_numba_loop(np.array(xs, dtype=float), total, mean, 2.0, -1.0, -0.0, 0.5, 1.5)
    except Exception:  # nothing has been changed yet
        return None
    return total


def spread(xs, mean):
    total = 0.0
    folded = loop_by_numba(xs, total, mean)
    if folded is None:
        for i in range(len(xs)):
            total += (xs[i] - mean) ** 2 + xs[i] ** -1 + (i + 1) ** 0.5 + i**3 + abs(xs[i]) ** 1.50
    else:
        total = folded
    return total


for xs in ([1.5, 0.1, -3.0], [], [0.0], [1e200], [float("nan")], [float("inf")], [2.0, 4.0, 8.0]):
    try:
        print(spread(xs, 0.7))
    except (ZeroDivisionError, OverflowError) as error:
        print(error)
