import sys
from math import log, sqrt


def half(x):
    return x / 2


def score(x, log=half):
    return log(x) + sqrt(x)


def other(x):
    return log(x + 1.0)


def run(xs):
    total = 0.0
    for x in xs:
        total += score(x) * other(x)
    return total


n = int(sys.argv[1])
try:
    print(run([n * 0.25 * k for k in range(1, 5)]))
except ValueError as error:
    print(error)
