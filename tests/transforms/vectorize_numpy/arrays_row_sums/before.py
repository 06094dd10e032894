import numpy as np


def row_sums(grid, weights):
    sums = []
    for i in range(len(grid)):
        total = 0.0
        for j in range(len(grid[0])):
            total += grid[i][j] * weights[j]
        sums.append(total)
    return sums


grid = np.arange(42.0).reshape(6, 7) / 8
print(row_sums(grid, grid[2]), row_sums(grid[:0], grid[2]), row_sums(grid[:, :0], grid[2]))
