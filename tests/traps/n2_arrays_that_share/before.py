import sys

import numpy as np


def smooth(a, out):
    for i in range(1, len(a) - 1):
        out[i] = (a[i - 1] + a[i + 1]) / 2


def swap(a, b):
    for i in range(len(a)):
        kept = a[i]
        a[i] = b[i]
        b[i] = kept


def drained(a, taken):
    for i in range(len(a)):
        x = a[i]
        a[i] = 0.0
        taken.append(x)


def doubled(grid):
    for row in grid:
        for j in range(len(row)):
            row[j] *= 2


def guarded(a, b):
    for i in range(len(a)):
        if a[i] > 2:
            a[i] = b[i] - a[i]
        else:
            b[i] = 1


n = int(sys.argv[1]) if len(sys.argv) > 1 else 8
base = np.arange(n + 2.0)
for a, out in ((base.copy(), np.zeros(n + 2)), (base.copy(), base), (base, base), (base[1:], base[:-1]), (base[:-1], base[1:]),
               (base[::-1], base), (base, base[::-1]), (base[:n], np.lib.stride_tricks.as_strided(base, (n,), (0,)))):
    for function in (smooth, swap, guarded):
        try:
            function(a, out)
        except Exception as error:
            print(type(error).__name__, error)
        print(function.__name__, a.tolist(), out.tolist())
taken = []
drained(base, taken)
print(base.tolist(), [type(x).__name__ for x in taken], taken)
grid = np.arange(12.0).reshape(3, 4)
for view in (grid, grid.T, grid[:, ::2], grid[1:], [grid[0], grid[0]], np.lib.stride_tricks.as_strided(grid, (3, 3), (0, 8))):
    doubled(view)
    print(grid.tolist())
