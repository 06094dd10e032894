import sys

RATE = 0.5
STEP = 3


def share(x, parts):
    if x < 0.0:
        return 0.0
    return x / parts


def rate(x):
    return x * RATE


def early(x):
    return x - later(x)


def counted(x):
    global STEP
    STEP += 1
    return x + STEP


def deep(x):
    return deep(x - 1.0) if x > 0.0 else x


def shadow(x):
    x = x + 1.0
    y = x * 2.0
    return y - x


def with_default(x, by=RATE):
    return x * by


def shares(xs, parts):
    found = []
    for x in xs:
        found.append(share(x, parts))
    return found


def all_kinds(xs, n):
    RATE = 100.0
    found = []
    for i in range(n):
        x = xs[i]
        if x > 0.25:
            found.append(rate(x) + shadow(x) + RATE)
        else:
            found.append(shadow(shadow(x)))
    return found


def early_kinds(xs):
    return [early(x) for x in xs]


def counts(xs):
    return [counted(x) for x in xs]


def depths(xs):
    return [deep(x) for x in xs]


def defaults(xs):
    return [with_default(x) for x in xs]


def shown(function, *given):
    try:
        print(function.__name__, function(*given))
    except (ArithmeticError, LookupError, NameError, TypeError, RecursionError) as error:
        print(function.__name__, type(error).__name__, error)


n = int(sys.argv[1]) if len(sys.argv) > 1 else 7
floats = [k / 4 - 0.5 for k in range(n)]
shown(early_kinds, floats)


def later(x):
    return x * 2.0


for parts in (2, 0, 0.0, -0.0, True, 3.5, 10**400, "a"):
    shown(shares, floats, parts)
for size in (n, n - 1, n + 1, 0, -1):
    shown(all_kinds, floats, size)
RATE = 7
for function in (early_kinds, counts, depths, defaults):
    shown(function, floats)
shown(all_kinds, floats, n)
RATE = "two"
shown(all_kinds, floats, n)
shown(defaults, floats)


def rate(x):
    return x - 1.0


shown(all_kinds, floats, n)
