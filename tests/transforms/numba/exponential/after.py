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
def xs_by_numba_loop(xs):
    """A loop of grow(), on arrays."""
    for i in range(1, len(xs)):
        xs[i] = finite(math.exp(-xs[i - 1]))


def xs_by_numba(xs):
    """A loop of grow(), compiled. False: not done, it would differ."""
    if numba.config.USING_SVML:
        return False
    try:
        new_xs = np.array(xs, dtype=float)
        xs_by_numba_loop(new_xs)
    except Exception:  # nothing has been changed yet
        return False
    xs[:] = new_xs.tolist()
    return True


def grow(xs):
    if not xs_by_numba(xs):
        for i in range(1, len(xs)):
            xs[i] = math.exp(-xs[i - 1])
    return xs


for xs in ([1.5, 0.0, 0.0], [-709.0, 0.0, 0.0], [-710.0, 0.0], [float("nan"), 0.0], [float("-inf"), 1.0]):
    try:
        print(grow(xs))
    except OverflowError as error:
        print(error, xs)
