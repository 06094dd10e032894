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
def product_of(a, b):
    """a * b, if it is not too large."""
    if abs(float(a) * float(b)) > 3e18:
        raise OverflowError
    return a * b


@compiled
def prime_by_numba_loop(limit, prime, count):
    """A loop of primes(), on arrays."""
    for number in range(2, limit):
        if not prime[number]:
            continue
        count += 1
        for multiple in range(product_of(number, number), limit, number):
            prime[multiple] = False
    return count


def prime_by_numba(limit, prime, count):
    """A loop of primes(), compiled. None: not done, it would differ."""
    if abs(limit) > 2**53 or abs(count) > 2**53:
        return None
    try:
        new_prime = np.array(prime, dtype=bool)
        count = prime_by_numba_loop(limit, new_prime, count)
    except Exception:  # nothing has been changed yet
        return None
    prime[:] = new_prime.tolist()
    return count


def primes(limit):
    prime = [True] * limit
    count = 0
    folded = prime_by_numba(limit, prime, count)
    if folded is None:
        for number in range(2, limit):
            if not prime[number]:
                continue
            count += 1
            for multiple in range(number * number, limit, number):
                prime[multiple] = False
    else:
        count = folded
    return count, prime[-5:]


print(primes(100), primes(3))
