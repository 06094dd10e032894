import numpy as np


def out_by_numpy(matrix, weights, out):
    """By arrays: a loop of sums(). False: not done, they would differ."""
    if len({*map(len, matrix)}) != 1:
        return False
    matrix = np.array(matrix, dtype=float)
    with np.errstate(over="ignore", invalid="ignore"):
        total = np.zeros(len(matrix))
        for column in range(min(len(matrix[0]), len(weights))):
            total += matrix[:, column] * weights[column]
        out_values = total
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
