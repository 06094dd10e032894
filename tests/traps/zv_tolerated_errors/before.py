import math
import sys


def run(xs, ys, out):
    total = 0.0
    for i in range(len(xs)):
        if xs[i] > 0.75:
            out.append(math.log(xs[i]) + math.acos(ys[i]))
        else:
            out.append(math.exp(ys[i] * 3.0) + (xs[i] + 2.0) ** 0.5)
        total += ys[i] ** -2
    return total


def angles(xs, ys):
    return [math.degrees(math.atan2(x, y)) + math.copysign(1.5, x) for x, y in zip(xs, ys)]


n = float(sys.argv[1])
xs, ys, out = [n, 0.25, n, 0.5, 3.0], [0.5, n, 0.125, -0.25, 1.0], []
try:
    print(f"{run(xs, ys, out):.9g}")
except (ValueError, OverflowError, ZeroDivisionError) as error:
    print(type(error).__name__, error)
print([f"{x:.9g}" for x in out])
print([f"{x:.9g}" for x in angles(xs, ys)], [type(x).__name__ for x in angles(xs, ys)])
