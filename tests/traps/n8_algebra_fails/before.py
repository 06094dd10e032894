import sys

import numpy as np

size = int(sys.argv[1]) if len(sys.argv) > 1 else 8
bad = int(sys.argv[2]) if len(sys.argv) > 2 else -1
kind = sys.argv[3] if len(sys.argv) > 3 else "zero"


def matrix(number):
    a = np.random.default_rng(number).normal(0.0, 1.0, (5, 5))
    if number == bad:
        if kind == "zero":
            a[2] = 0.0
        elif kind == "huge":
            a *= 1e200
        elif kind == "nan":
            a[0, 0] = np.inf - np.inf
        else:
            a = a[:4]
    return a


def score(number):
    a = matrix(number)
    b = a @ a
    x = np.linalg.solve(a, b[0])
    low = np.linalg.cholesky(a @ a.T + np.eye(5))
    values = np.linalg.eigvalsh(b + b.T)
    return [float(np.linalg.det(a)), float(x.sum()), float(low.trace()), float(values[-1])]


for number in range(size):
    print(number, "begins", file=sys.stderr)
    try:
        found = score(number)
    except (ValueError, np.linalg.LinAlgError) as error:
        found = type(error).__name__, str(error)[:40]
    print(number, found, file=sys.stderr)
try:
    for number in range(size):
        print(number, "again")
        print(score(number))
except (ValueError, np.linalg.LinAlgError) as error:
    print(type(error).__name__, str(error)[:40])
