import math
import numba
import numpy as np


def compiled(function):
    """By Numba; None where that is turned off."""
    if numba.config.DISABLE_JIT or numba.config.BOUNDSCHECK == 0:
        return None
    return numba.njit(boundscheck=True)(function)


@compiled
def fitting(number):
    """The number, if sums of two such fit into 64 bits."""
    if abs(number) > 3 * 10**18:
        raise OverflowError
    return number


@compiled
def exact(number):
    """The number, if a float holds it exactly."""
    if abs(number) > 2**53:
        raise OverflowError
    return number


@compiled
def product_of(a, b):
    """a * b, if it is not too large."""
    if abs(float(a) * float(b)) > 3e18:
        raise OverflowError
    return a * b


@compiled
def square_root(number):
    """Its square root, if it has one."""
    if number < 0:
        raise ValueError
    return np.sqrt(number)


@compiled
def whole(number):
    """int(number), if it is not too large."""
    if not abs(number) <= 3 * 10**18:
        raise OverflowError
    return int(number)


@compiled
def hits_by_numba_loop(steps, seed, x, peak, bound, at):
    """A loop of walk(), on arrays."""
    hits = []
    out = []
    for step in range(steps):
        seed = fitting(product_of(seed, 1103515245) + 12345) % 2147483648
        x += (exact(seed) / 2147483648 - 0.5)
        if x > peak:
            peak, at = x, step
        elif whole(np.floor(x)) == -2:
            hits.append(step)
        if x > bound or x < -bound:
            break
        if step % 3 != 0:
            continue
        out.append(square_root(abs(x)))
    return at, peak, seed, x, hits, out


def hits_by_numba(steps, seed, x, peak, hits, bound, out, at):
    """A loop of walk(), compiled. None: not done, it would differ."""
    if (
        abs(steps) > 2**53
        or abs(seed) > 2**53
        or type(at) is not int
        or abs(at) > 2**53
    ):
        return None
    try:
        at, peak, seed, x, new_hits, new_out = hits_by_numba_loop(steps, seed, x, peak, bound, at)
    except Exception:  # nothing has been changed yet
        return None
    hits.extend(new_hits)
    out.extend(new_out)
    return at, peak, seed, x


def walk(seed, steps, bound):
    x, peak, at = 0.0, 0.0, -1
    out, hits = [], []
    folded = hits_by_numba(steps, seed, x, peak, hits, bound, out, at)
    if folded is None:
        for step in range(steps):
            seed = (seed * 1103515245 + 12345) % 2147483648
            x += seed / 2147483648 - 0.5
            if x > peak:
                peak, at = x, step
            elif math.floor(x) == -2:
                hits.append(step)
            if x > bound or x < -bound:
                break
            if step % 3:
                continue
            out.append(math.sqrt(abs(x)))
    else:
        at, peak, seed, x = folded
    return seed, x, peak, at, out, hits


print(walk(42, 400, 3.0))
print(walk(7, 0, 3.0))
