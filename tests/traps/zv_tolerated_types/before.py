import math
import sys

import numpy as np


def squares(xs):
    out = []
    for i in range(len(xs)):
        out.append((xs[i] * 0.5) ** 2)
    return out


def waves(xs):
    out = []
    for i in range(len(xs)):
        out.append(math.sin(xs[i] * 0.5))
    return out


def mixed(xs, k):
    out = []
    for i in range(len(xs)):
        out.append(math.exp(xs[i] * 0.5) + (k * 0.5) ** 2)
    return out


n = float(sys.argv[1])
given = np.array([n, 0.25, -0.5])
if sys.argv[1] == "3":
    given = np.array([3, 2, 1])
print(squares(given))
print([round(x, 9) for x in waves(given)])
print([round(x, 9) for x in mixed(given, n)])
