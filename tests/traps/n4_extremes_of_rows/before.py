import numpy as np
def nearest(table):
    found = []
    ends = []
    for i in range(len(table)):
        best, place, steps = float("inf"), -1, 0
        for j in range(len(table)):
            if j != i and table[i][j] < best:
                best = table[i][j]
                place = j
                steps += 2
        found.append(place * 10 + steps)
        ends.append(place)
    return found, ends
def first(table):
    out = []
    for i in range(table.shape[0]):
        place = 0
        low = table[i, 0]
        for j in range(1, table.shape[1]):
            if table[i, j] < low:
                low = table[i, j]
                place = j
        out.append(place)
    return out
def mixed(table, n):
    out = []
    for i in range(table.shape[0]):
        kind = n
        for j in range(table.shape[1]):
            if table[i, j] > 5:
                kind = j
        out.append(kind)
    return out
t = np.array([[(i * 37 + j * 11) % 17 / 2 for j in range(5)] for i in range(5)])
print(nearest(t), first(t), mixed(t, 7), mixed(t, np.int64(7)), mixed(t, 1.5), mixed(t[:, :0], 3))
print(nearest(t.astype(int)), first(t.astype(int)), first(t[:0]), nearest(t[:1]))
t[2] = np.nan
t[3, 1] = -np.inf
print(nearest(t), first(t), mixed(t, 2))
print([type(v) for v in mixed(t, 7)], [type(v) for v in mixed(t, np.int64(7))])
try:
    nearest(t[:, :2])
except IndexError as e:
    print(e)
try:
    first(t[:, :0])
except IndexError as e:
    print(e)
print(nearest(t.astype(np.uint8) if False else t.astype(np.float32)))
