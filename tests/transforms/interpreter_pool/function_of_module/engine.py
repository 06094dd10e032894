import math

PRIMES = (2, 3, 5, 7, 11)


def score(n):
    return sum(math.isqrt(n * prime) for prime in PRIMES)
