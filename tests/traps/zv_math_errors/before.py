import math
import sys

steps = []


def run(xs, ys):
    for i in range(1, len(xs)):
        xs[i] = math.atan2(xs[i - 1], ys[i]) + math.exp(xs[i]) - math.asin(ys[i]) + math.log1p(xs[i] * ys[i])
        ys[i] = math.copysign(math.sinh(ys[i - 1]), xs[i]) * math.erfc(xs[i]) + math.tanh(xs[i]) + math.radians(ys[i])


n = float(sys.argv[1])
xs, ys = [n, 0.25, n, 0.5], [0.5, n, 0.125, -0.25]
try:
    run(xs, ys)
except (ValueError, OverflowError) as error:
    print(type(error).__name__, error)
print(xs, ys)
