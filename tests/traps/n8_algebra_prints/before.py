import sys

import numpy as np

size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
bad = int(sys.argv[2]) if len(sys.argv) > 2 else -1


def score(number):
    a = np.random.default_rng(number).normal(0.0, 1.0, (6, 6))
    if number == bad:
        a[3, 3] = np.inf
    return float(np.linalg.lstsq(a, a[0], rcond=None)[0].sum())


def rank(number):
    a = np.random.default_rng(number).normal(0.0, 1.0, (6, 6))
    if number == bad:
        a[:] = np.nan
    return float(np.linalg.norm(a, 2))


for number in range(size):
    try:
        print(number, score(number))
    except np.linalg.LinAlgError as error:
        print(number, error)
found = []
for number in range(size):
    found.append(rank(number))
print(found)
