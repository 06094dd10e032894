import sys


def shift(xs, ys):
    for i in range(1, len(xs)):
        xs[i] = ys[i - 1] + 1.0
    return xs, ys


def spread(rows, other):
    for i in range(1, len(rows)):
        for j in range(len(rows[0])):
            rows[i][j] = other[i - 1][j] + rows[i][j]
    return rows, other


def moved(xs, out):
    last = 0.0
    for x in xs:
        last = 0.5 * last + x
        out.append(last)
    return out


n = int(sys.argv[1]) if len(sys.argv) > 1 else 4
one = [float(i) for i in range(n)]
print(shift(list(one), list(one)))
print(shift(one, one))
same = [[1.0, 2.0]] * n
print(spread(same, [[0.5, 0.25] for _ in range(n)]))
grid = [[float(i), 1.0] for i in range(n)]
print(spread(grid, grid))
print(spread([[1.0, 1.0] for _ in range(n)], grid[:1] * n))
keep = grid[0]
spread(grid, [[2.0, 2.0] for _ in range(n)])
print(keep is grid[0], keep, grid)
print(moved([1.0, 2.0, 3.0][:n], []))
if n > 50:
    growing = [1.0]
    print(len(moved(growing[:], growing)))
