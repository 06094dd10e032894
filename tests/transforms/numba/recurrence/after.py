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
def xs_by_numba_loop(n, xs):
    """A loop of smooth(), on arrays."""
    for i in range(1, n):
        xs[i] = 0.5 * xs[i - 1] + xs[i]


def xs_by_numba(n, xs):
    """A loop of smooth(), compiled. False: not done, it would differ."""
    if abs(n) > 2**53:
        return False
    try:
        new_xs = np.array(xs, dtype=float)
        xs_by_numba_loop(n, new_xs)
    except Exception:  # nothing has been changed yet
        return False
    xs[:] = new_xs.tolist()
    return True


def smooth(xs, n):
    if not xs_by_numba(n, xs):
        for i in range(1, n):
            xs[i] = 0.5 * xs[i - 1] + xs[i]
    return xs


print(smooth([0.25, 1.5, 2.0], 3))
print(smooth([0.25, float("inf"), -0.0, 7.0], 3))
try:
    smooth([0.5, 1.0, 2.0], 5)
except IndexError as error:
    print(error)
