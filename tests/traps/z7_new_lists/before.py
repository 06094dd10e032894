import sys


def step(grid, by, low):
    rows, columns = len(grid), len(grid[0])
    new = [row[:] for row in grid]
    for i in range(rows - 1):
        for j in range(columns):
            new[i][j] = (grid[i][j] + grid[i + 1][j]) / by + low
    return new


def run(grid, by, steps, every):
    kept = [grid]
    error = None
    try:
        for turn in range(steps):
            grid = step(grid, by - turn, 0.5)
            if turn % every == 0:
                kept.append(grid)
    except (IndexError, ZeroDivisionError, OverflowError, TypeError) as failed:
        error = repr(failed)
    rows = [any(row is other for row in grid for other in old) for old in kept]
    return error, grid, kept[0] is grid, kept[-1] is grid, rows, kept


def shrink(line, turns):
    for _ in range(turns):
        line = [line[i + 1] - line[i] for i in range(len(line) - 1)]
    return line


def inner(cells):
    smaller = []
    for i in range(1, len(cells) - 1):
        row = []
        for j in range(1, len(cells[0]) - 1):
            row.append(cells[i][j] + cells[i - 1][j - 1])
        smaller.append(row)
    return smaller


def peel(cells, turns):
    done = 0
    try:
        for done in range(turns):
            cells = inner(cells)
    except IndexError as failed:
        return done, cells, str(failed)
    return done, cells


def mark(flags, width, turns):
    for turn in range(turns):
        after = [False] * width
        for i in range(len(flags)):
            after[i] = not flags[i] if i % 3 == turn % 3 else flags[i]
        flags = after
    return flags


class Real(float):
    pass


n = int(sys.argv[1])
table = [[i * 0.5 + j for j in range(n % 7)] for i in range(n % 5)]
print(run(table, 50.0, n, 3), table)
print(run(table, float(n - 2), n, 2))
print(run([[1.5] * 3] * n, 9.0, 4, 3))
print(run([[1.0, 2.0], [3.0]], 9.0, 2, 2), run([[1.0], [2.0, 3.0]], 9.0, 2, 2))
print(run([[-0.0, float("inf"), float("nan")]] * 2, 1e308, 3, 1))
print(run([[Real(2.0), 1.0], [3.0, 4.0]], 4.0, 2, 2), run([[1, 2.0], [3, True]], 4.0, 2, 2))
print(type(run([[Real(2.0), 1.0], [3.0, 4.0]], 4.0, 1, 2)[1][1][0]))
print(shrink([i ** 3 for i in range(n)], 3), shrink([5], 4), shrink([2 ** 62, -2 ** 62, 1], 2))
print(peel([[i * j for j in range(n)] for i in range(n)], n), peel([[1, 2]] * 9, 3))
print(mark([True] * n, n, 4), mark([False, True], 5, 2), mark([], 0, 3), mark([1, True], 2, 1))
try:
    print(mark([True] * n, n - 1, 2))
except IndexError as failed:
    print(failed)
