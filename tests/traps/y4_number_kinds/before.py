import sys
from decimal import Decimal
from fractions import Fraction


class Loud(float):
    def __mul__(self, other):
        print("times", other)
        return float(self) * other


class Tens(int):
    def __rmul__(self, other):
        return 10 * other


def values_at(points, coefficients):
    values = []
    for x in points:
        total = 0.0
        for c in coefficients:
            total = total * x + c
        values.append(total)
    return values


def grey(red, green):
    shades = []
    for i in range(len(red)):
        row = []
        for j in range(len(red[0])):
            row.append((299 * red[i][j] + 114 * green[i][j]) // 1000)
        shades.append(row)
    return shades


def scaled(rows, means, deviations, out):
    for i in range(len(rows)):
        row = []
        for j in range(len(means)):
            row.append((rows[i][j] - means[j]) / deviations[j])
        out.append(row)


def shown(function, *given):
    try:
        print(repr(function(*given)))
    except (ArithmeticError, LookupError, TypeError) as error:
        print(type(error).__name__, error)


n = int(sys.argv[1]) if len(sys.argv) > 1 else 4
points = [k / n for k in range(n)]
nan, inf = float("nan"), float("inf")
shown(values_at, points, [1.5, -2.0, 0.25])
for odd in ([1, 2.5], [True, 0.5], [10**400, 0.5], [-0.0, nan, inf, -inf, 1e308], [Fraction(1, 3)], [1j, 2.0], [],
            [Loud(2.0), 1.0], ["a"], [None, 1.0]):
    shown(values_at, odd, [1.5, -2.0, 0.25])
    shown(values_at, points, odd)
shown(values_at, [Decimal("0.1")], [1.0])
red = [[(i * 7 + j) % 256 for j in range(n)] for i in range(n)]
shown(grey, red, red)
row = [1, 2, 3]
for odd in ([row] * 3, [[1, 2], [3]], [[3], [1, 2]], [[True, False]], [[2**62, -(2**63)]], [[10**30]], [[1.5, 2]],
            [[-1, -999]], [[]], [], [[Tens(3), 4]], [(1, 2)], ["ab"], [[None]]):
    shown(grey, odd, odd)
    shown(grey, red, odd)
table = [[i * 1.5 + j for j in range(3)] for i in range(n)]
for means, deviations in (([0.5, 1.0, 2.0], [1.0, 2.0, 3.0]), ([0.5, 1.0, 2.0], [1.0, 0.0, 3.0]), ([0.5], []), ([], []),
                          ([1, 2, 3], [-0.0, 1, 1]), ([nan, inf, -0.0], [inf, inf, nan]), ([2**60, 1, 2], [3, 3, 3])):
    out = [[]]
    shown(scaled, table, means, deviations, out)
    print(out)
