import sys


def scaled(values, factor):
    return [value * factor + 1.0 for value in values]


def both(values):
    first = [value - 0.5 for value in values]
    second = [value * 2.0 for value in first]
    return first, second


def same(values):
    first = [value - 0.5 for value in values]
    return first, first


def given(values):
    return values


n = int(sys.argv[1]) if len(sys.argv) > 1 else 6
xs = [0.5 * i for i in range(n)]
a = scaled(xs, 2.0)
b = a
c = scaled(b, 3.0)
a.append(7.0)
print(a is b, b, c)

d, e = both(c)
f, g = same(d)
h = given(g)
i = scaled(h, 0.5)
f.append(-1.0)
print(d, e, f, g, h, i, f is g, g is h)

rows = [[value, value + 1.0] for value in xs]
wide = [[x * 2.0 for x in row] for row in rows]
high = [[x + 1.0 for x in row] for row in wide]
wide.append(wide[0] if wide else None)
print(rows, wide, high)
