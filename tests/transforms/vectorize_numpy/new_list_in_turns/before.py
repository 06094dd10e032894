RATE = 0.2


def step(grid, limit):
    """The next state of the plate."""
    rows, columns = len(grid), len(grid[0])
    new = [[0.0] * columns for _ in range(rows)]
    for i in range(1, rows - 1):
        for j in range(1, columns - 1):
            around = grid[i - 1][j] + grid[i + 1][j] + grid[i][j - 1] + grid[i][j + 1]
            new[i][j] = min(grid[i][j] + RATE * (around - 4.0 * grid[i][j]), limit)
    return new


def run(grid, steps, every):
    for turn in range(1, steps + 1):
        grid = step(grid, 40.0)
        if turn % every == 0:
            print(turn, grid[1])
            if turn > 6:
                break
    return grid


def make(rows, columns):
    return [[float(i * j % 7) for j in range(columns)] for i in range(rows)]


first = make(6, 5)
print(run(first, 9, 3), first == make(6, 5))
print(run(first, 5, 7))
print(run([[1.0, 2.0, 3.0]] * 3, 2, 1))
print(run(make(1, 4), 3, 2), run(make(3, 0), 3, 5), run(first, 0, 0))
try:
    print(run([], 3, 2))
except IndexError as error:
    print(error)
