import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 30
NAN, INF = float("nan"), float("inf")


def above(values, limit):
    found = []
    for i in range(len(values)):
        if values[i] > limit:
            found.append((i, values[i], values[i] / limit))
    return found


def both_sides(values):
    found = []
    for x in values:
        if x > 0:
            found.append((x, 1))
        else:
            found.append((0.5, x))
    return found


def mixed(values):
    found = []
    for x in values:
        found.append((x, 1.0))
        found.append((1.0, x))
    return found


def single(values):
    return [(x,) for x in values], [(x, x > 1, 0) for x in values if x >= 0], [() for _ in values]


def growing(pairs, values):
    for x in values:
        pairs.append((x, 2.0 * x))
    return pairs


def products(xs, ys):
    found = []
    for x in xs:
        for y in ys:
            found.append((x, y))
    return found


def shares(xs, ys):
    return [(x // y, x % y, x) for x, y in zip(xs, ys)]


def places(marks, width):
    return [(mark // width, -mark, mark * mark) for mark in marks]


def carried(values):
    found = []
    last = 0.0
    for x in values:
        found.append((last, x))
        last = x
    return found


def total_so_far(values):
    total = 0.0
    found = []
    for x in values:
        total += x
        found.append((total, x))
    return found, total


def told(value):
    if isinstance(value, (list, tuple)):
        return type(value)(told(one) for one in value)
    return f"{type(value).__name__} {value!r}"


def numbers(function, *given):
    return told(function(*given))


floats = [[k * 37 % 11 / 4 - 1 for k in range(count)], [], [0.0, -0.0], [NAN, INF, -INF], [1e308, -1e308, 5e-324]]
wholes = [[k * 37 % 11 - 3 for k in range(count)], [], [0, 1], [2 ** 62, -(2 ** 62)], [2 ** 63], [-1, 2 ** 31]]
for values in floats:
    for limit in 0.5, 0.0, -INF, NAN:
        try:
            print(told(above(values, limit)))
        except ZeroDivisionError as error:
            print(error)
    print(told(both_sides(values)), told(mixed(values)), told(single(values)))
    print(told(growing([], values)), told(growing([(1.0, 2.0)], values)), told(carried(values)))
    print(told(products(values[:4], floats[0][:3])), told(total_so_far(values)))
    for others in floats:
        try:
            print(told(shares(values, others)))
        except ZeroDivisionError as error:
            print(error)
for marks in wholes:
    for width in 3, -7, 2 ** 40, 0:
        try:
            print(told(places(marks, width)))
        except ZeroDivisionError as error:
            print(error)
pairs = growing([], floats[0])
growing(pairs, floats[2])
pairs[0] += (7,)
print(pairs[0], pairs[1] is pairs[1], len(set(pairs)), max(pairs))
