import sys


def scaled(xs):
    return [x * 2.0 + x for x in xs]


def kept(xs):
    out = []
    for x in xs:
        out.append(x - 1)
    return out


n = int(sys.argv[1]) if len(sys.argv) > 1 else 6
xs = [0.5 * i for i in range(n)]
ones = [0.5 * i for i in range(n)]
if "int" in sys.argv:
    ones[2] = 3
if "bool" in sys.argv:
    ones[1] = True
if "big" in sys.argv:
    ones[1] = 10**400
for values in (xs, ones):
    for function in (scaled, kept):
        try:
            print(function(values))
        except OverflowError as error:
            print(error)
