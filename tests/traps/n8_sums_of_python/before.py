import sys

import numpy as np

size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
kind = sys.argv[2] if len(sys.argv) > 2 else "float"


def total(weights, step, start):
    for weight in weights:
        start += step
    return start


def differences(weights, step, start):
    for weight in weights:
        if weight > 2:
            start -= step
    return start


starts = {"float": 0.5, "int": 3, "double": np.float64(0.5), "long": np.int64(3)}
weights = np.arange(float(size))
for find in total, differences:
    found = find(weights, 0.25, starts[kind])
    print(type(found).__name__, found)
