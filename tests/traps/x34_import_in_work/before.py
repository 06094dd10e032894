"""Modules that the work imports, and what of them others can see."""
import sys


def mean(n):
    import statistics

    return round(statistics.mean(k * n % 7 for k in range(400)), 6)


def drawn(n):
    import random

    return random.random() + n


def seeded(n):
    import random

    return random.Random(n).random()


def precise(n):
    import decimal

    decimal.getcontext().prec = n + 3
    return str(decimal.Decimal(1) / 7)


def local(n):
    import helper

    return helper.double(n)


def missing(n):
    try:
        import no_such_module
    except ImportError:
        return n
    return no_such_module.name


size = int(sys.argv[1])
found = []
for n in range(size):
    found.append(mean(n))
print(found)
print(len([drawn(n) for n in range(size)]))
print([seeded(n) for n in range(size)])
print([precise(n) for n in range(size)])
print([local(n) for n in range(size)])
print([missing(n) for n in range(size)])
for n in range(size):
    import math

    found.append(math.sqrt(n))
print(found, math.pi)
