"""The least of two: ints, truth values among them, floats with NaN and zeros of both signs; roots of what is no less than 0, or
only seems to be; sums in pieces."""
import math
import sys


def of_ints(xs, ys, most):
    made = []
    for i in range(len(xs)):
        made.append(min(xs[i] * 2, most) - max(ys[i], xs[i] - 3))
    return made


def of_floats(xs, ys, most):
    made = []
    for i in range(len(xs)):
        made.append((min(xs[i] * 2.0, most), max(ys[i], xs[i] - 3.0), min(0.0, xs[i]), max(-0.0, ys[i])))
    return made


def roots(xs, ys):
    made = []
    for i in range(len(xs)):
        made.append(math.sqrt((xs[i] - 1) * (xs[i] - 1) + abs(ys[i])) + math.sqrt((xs[i] + 3) * (xs[i] - 3)))
    return made


def sides(xs, ys):
    made = []
    for i in range(len(xs)):
        made.append(math.sqrt((xs[i] - 1) * (xs[i] - 1) + (ys[i] + xs[i]) * (ys[i] + xs[i])))
    return made


def columns(rows, width):
    made = []
    for j in range(width):
        total = 0.0
        for i in range(len(rows)):
            total += (rows[i][j] - 0.1) * (rows[i][j] - 0.1)
        made.append(total)
    return made


NAN, INF = float("nan"), float("inf")
n = int(sys.argv[1]) if len(sys.argv) > 1 else 5
whole = [(i * 17) % 23 - 8 for i in range(n)]
parts = [i * 0.37 - 2.5 for i in range(n)]
odd = ([NAN, -0.0, 0.0, INF, -INF, 2.5] * n)[:n]
for run in of_ints, of_floats:
    for xs, ys, most in (
        (whole, whole[::-1], 9),
        (whole, whole, True),
        (whole, [True] * n, 4),
        (whole, whole, 2.5),
        (whole, parts, 3),
        (parts, parts[::-1], 0.0),
        (odd, odd[::-1], -0.0),
        (parts, odd, NAN),
        ([2**62] * n, whole, 2**63),
        ([-(2**64)] * n, whole, 5),
    ):
        print(run(xs, ys, most))
for run in roots, sides:
    for xs, ys in ((parts, odd), ([4] * n, whole), ([-5] * n, whole), (odd, parts), ([2**40] * n, [-(2**70)] * n), ([10**200] * n, whole)):
        try:
            print(run(xs, ys))
        except (ValueError, OverflowError) as error:
            print(type(error).__name__, error)
for height in 0, 1, 1023, 1024, 1025, 2048, 2500:
    print(columns([[0.1 * i * j - 3.7 for j in range(4)] for i in range(height)], 4 if height else 0))
print(columns([[-0.0, 0.1, NAN, -INF, 1e200]] * 1030, 5))
