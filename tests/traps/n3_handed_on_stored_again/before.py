import sys


def run(n):
    cells = [0] * n
    for i in range(n):
        cells[i] = i * 3
    kept = [cell for cell in cells]
    for i in range(1, n):
        cells[i] = cells[i] + 100
    more = [cell + 1 for cell in kept]
    return cells, kept, more


def table(n):
    grid = [[0.0] * n for _ in range(n)]
    for i in range(n):
        for j in range(n):
            grid[i][j] = i * 0.5 + j
    rows = []
    for i in range(n):
        row = []
        for j in range(n):
            row.append(grid[i][j])
        rows.append(row)
    for i in range(n - 1):
        for j in range(n - 1):
            grid[i][j] = grid[i + 1][j + 1] * 2.0
    return grid, rows


n = int(sys.argv[1]) if len(sys.argv) > 1 else 5
print(run(n))
print(table(n))
size = -n
print([0] * size, [[1.5] * size for _ in range(size)])
short = [0] * size
for i in range(size):
    short[i] = i * 2
longer = [one + 1 for one in short]
print(short, longer)
