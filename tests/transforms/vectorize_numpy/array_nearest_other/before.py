import numpy as np


def nearest(table):
    found = []
    for i in range(len(table)):
        best, place = float("inf"), -1
        for j in range(len(table)):
            if j != i and table[i][j] < best:
                best = table[i][j]
                place = j
        found.append(place)
    return found


table = np.array([[abs((i * 7) % 11 - (j * 5) % 11) / 2 for j in range(6)] for i in range(6)])
print(nearest(table), nearest(table[:1, :1]), nearest(table[:0]))
table[1, 2] = float("-inf")
table[3, :] = float("nan")
print(nearest(table), nearest(np.zeros((3, 3), dtype=int)))
try:
    nearest(table[:, :3])
except IndexError as error:
    print(error)
