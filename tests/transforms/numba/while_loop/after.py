import numba


def compiled(function):
    """By Numba, kept on disk if it can be; None where that is turned off."""
    if numba.config.DISABLE_JIT or numba.config.BOUNDSCHECK == 0:
        return None
    try:
        return numba.njit(cache=True, boundscheck=True)(function)
    except RuntimeError:  # no folder to keep it in
        return numba.njit(boundscheck=True)(function)


@compiled
def fitting(number):
    """The number, if sums of two such fit into 64 bits."""
    if abs(number) > 3 * 10**18:
        raise OverflowError
    return number


@compiled
def greater(a, b):
    """Python's max()."""
    return b if b > a else a


@compiled
def loop_by_numba_loop(n, steps, most, peak):
    """A loop of collatz(), on arrays."""
    turns = 0
    while n != 1 and steps < most:
        turns += 1
        if turns > 10**9:
            raise OverflowError  # Ctrl-C would not end it
        if n % 2 != 0:
            n = fitting(3 * n) + 1
        else:
            n //= 2
        peak = greater(peak, n)
        steps += 1
    return peak, steps


def loop_by_numba(n, steps, most, peak):
    """A loop of collatz(), compiled. None: not done, it would differ."""
    if (
        abs(n) > 2**53
        or abs(steps) > 2**53
        or abs(most) > 2**53
        or abs(peak) > 2**53
    ):
        return None
    try:
        peak, steps = loop_by_numba_loop(n, steps, most, peak)
    except Exception:  # nothing has been changed yet
        return None
    return peak, steps


def collatz(n, most):
    steps, peak = 0, n
    folded = loop_by_numba(n, steps, most, peak)
    if folded is None:
        while n != 1 and steps < most:
            if n % 2:
                n = 3 * n + 1
            else:
                n //= 2
            peak = max(peak, n)
            steps += 1
    else:
        peak, steps = folded
    return steps, peak


print(collatz(27, 1000), collatz(1, 5), collatz(2**60 + 1, 300))


def settled(xs, limit):
    i = 0
    while i < len(xs) and abs(xs[i]) > limit:
        xs[i] *= 0.5
        if abs(xs[i]) <= limit:
            i += 1
    return i, xs


print(settled([5.0, -3.0, 0.25, 9.0], 0.5), settled([], 0.5))
