import numpy as np


def weighted(x, weights, out):
    for i in range(len(x)):
        for j in range(len(weights)):
            out[i] += weights[j] * x[i]


out = np.ones(9)
weighted(np.arange(9.0), np.array([0.5, 0.25, -3.0]), out)
print(out)
whole = np.ones(9, dtype=int)
try:
    weighted(np.arange(9.0), np.array([0.5, 0.25, -3.0]), whole)
except TypeError as error:
    print(error)
print(whole)
