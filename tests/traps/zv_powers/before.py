import sys


def run(xs, nothing, exponent):
    total = 0.0
    last = 2.0
    for i in range(len(xs)):
        x = xs[i]
        if x == 2.0:
            total += x**0.5 + exponent
        elif x < 0:
            total += abs(x**1.5)
        else:
            total += x**-0.5 + x**2 - x**2.0 * nothing
        total += last**1.5
        last = x
    return total


def bases(xs):
    total = 0.0
    for k in range(4):
        total += 2.0**0.5 + (k + 1) ** 0.5 + (4 - k) ** -1.5 + (k - 2) ** 3
    for x in xs:
        total -= (x + 0.0) ** 0.5
    return total


n = float(sys.argv[1])
try:
    print(repr(run([n, 2.0, n / 3, 3.0], 0.25, 2.0)))
except (ZeroDivisionError, OverflowError, TypeError) as error:
    print(type(error), error)
try:
    print(repr(bases([n, n * 2, 4.0])))
except (ZeroDivisionError, OverflowError, TypeError) as error:
    print(type(error), error)
try:
    print(repr(run([n, 2.0, -0.0], 0.25, 0.5)))
except (ZeroDivisionError, OverflowError, TypeError) as error:
    print(type(error), error)
