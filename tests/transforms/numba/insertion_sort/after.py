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
def xs_by_numba_loop(xs, moves):
    """A loop of sort(), on arrays."""
    turns = 0
    for i in range(1, len(xs)):
        j = i
        while j > 0 and xs[j - 1] > xs[j]:
            turns += 1
            if turns > 10**9:
                raise OverflowError  # Ctrl-C would not end it
            xs[j - 1], xs[j] = xs[j], xs[j - 1]
            j -= 1
            moves += 1
    return moves


def xs_by_numba(xs, moves):
    """A loop of sort(), compiled. None: not done, it would differ."""
    if abs(moves) > 2**53:
        return None
    try:
        new_xs = np.array(xs, dtype=float)
        moves = xs_by_numba_loop(new_xs, moves)
    except Exception:  # nothing has been changed yet
        return None
    xs[:] = new_xs.tolist()
    return moves


def sort(xs):
    moves = 0
    folded = xs_by_numba(xs, moves)
    if folded is None:
        for i in range(1, len(xs)):
            j = i
            while j > 0 and xs[j - 1] > xs[j]:
                xs[j - 1], xs[j] = xs[j], xs[j - 1]
                j -= 1
                moves += 1
    else:
        moves = folded
    return moves


numbers = [3.5, -1.0, 2.0, -0.0, 0.0, 9.25, 1.0]
print(sort(numbers), numbers, sort([]))
