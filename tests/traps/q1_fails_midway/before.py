import sys


def blur(xs, n, d):
    for i in range(n):
        xs[i] = (xs[i - 1] + xs[i]) / d[i]
    return xs


def fill(rows, n):
    for i in range(n):
        for j in range(n):
            rows[i][j] += rows[i - 1][j - 2]
    return rows


n = int(sys.argv[1]) if len(sys.argv) > 1 else 5
xs = [float(i) for i in range(5)]
for size, divisors in ((5, [1.0] * 5), (n, [2.0] * n), (5, [1.0, 2.0, 0.0, 1.0, 1.0]), (-3, [])):
    try:
        print(blur(xs, size, divisors))
    except (IndexError, ZeroDivisionError) as error:
        print(type(error), error)
    print(xs)
rows = [[1.0, 2.0, 3.0] for _ in range(3)]
for size in (3, 4, 3, 0):
    try:
        fill(rows, size)
    except IndexError as error:
        print(error)
    print(rows)
ragged = [[1.0, 2.0, 3.0], [1.0, 2.0], [4.0]]
try:
    fill(ragged, 3)
except IndexError as error:
    print(error)
print(ragged)
print(fill([[]], 0), fill([], 0))
