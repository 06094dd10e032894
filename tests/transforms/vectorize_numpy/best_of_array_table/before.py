import numpy as np


def largest(table):
    best, where = table[0, 0], (0, 0)
    for i in range(table.shape[0]):
        for j in range(table.shape[1]):
            if table[i, j] > best:
                best = table[i, j]
                where = (i, j)
    return best, where


for table in np.arange(12.0).reshape(3, 4) % 7, np.array([[1, 9], [9, 2]]), np.array([[0.5, np.nan], [1.0, 2.0]]):
    print(largest(table), largest(table[::-1, ::-1]), largest(table.T))
