import sys


def relax(old, new, n):
    for i in range(1, n - 1):
        for j in range(1, n - 1):
            new[i][j] = (old[i - 1][j] + old[i][j - 1]) * 0.5


def make(n):
    return [[float(i * n + j) for j in range(n)] for i in range(n)]


n = int(sys.argv[1]) if len(sys.argv) > 1 else 6
old, new = make(n), make(n)
if "rows" in sys.argv:
    new = [new[0]] * n
if "grid" in sys.argv:
    new[2] = old[3]
if "ragged" in sys.argv:
    old[2].append(7.0)
    new[4].pop()
try:
    relax(old, new, n)
except IndexError as error:
    print(error)
print(old, new)
