import sys


def around(xs, width):
    sums = []
    for i in range(width):
        total = 0.0
        for k in range(-2, 3):
            total = total + xs[i + k] * (k + 3)
        sums.append(total)
    return sums


def ahead(xs, first, last):
    found = []
    for i in range(first, last):
        total = 0.0
        for k in range(4):
            total += xs[k + i - 1]
        found.append(total)
    return found


def none(xs, last):
    found = []
    for i in range(last):
        total = 1.0
        for k in range(5, 5):
            total += xs[i + k]
        found.append(total)
    return found




n = int(sys.argv[1])
xs = [k * 1.25 for k in range(n)]
try:
    print(around(xs, n - 2))
    print(around(xs, n - 1))
except IndexError as error:
    print(error)
for first, last in ((0, n - 3), (1, n - 2), (2, n - 2), (1, n - 1), (-3, 1), (3, 1)):
    try:
        print(ahead(xs, first, last))
    except IndexError as error:
        print(first, last, error)
print(none(xs, n + 9))
