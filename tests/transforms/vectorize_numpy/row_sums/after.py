import numpy as np


def out_by_numpy(matrix, weights, out):
    """By arrays: a loop of sums(). False: not done, they would differ."""
    if len({*map(len, matrix)}) != 1:
        return False
    matrix = np.array(matrix, dtype=float)
    with np.errstate(over="ignore", invalid="ignore"):
        stop = len(matrix)
        out_values = np.empty(stop)
        for first in range(0, stop, 2**14):
            last = min(first + 2**14, stop)
            total = np.zeros(last - first)
            for column in range(min(len(matrix[0]), len(weights))):
                total += matrix[first:last, column] * weights[column]
            out_values[first:last] = total
    out.extend(out_values.tolist())
    return True


def sums(matrix, weights):
    out = []
    if not out_by_numpy(matrix, weights, out):
        for row in matrix:
            total = 0.0
            for value, weight in zip(row, weights):
                total += value * weight
            out.append(total)
    return out


print(sums([[0.1 * i * j for j in range(5)] for i in range(4)], [0.5, 0.25, 1.5]))
print(sums([], [1.0]))
print(sums([[1.0, 2.0], [3.0]], [1.0, 0.1, 7.0]))
