import numpy as np

RATE = 0.2


def new_by_numpy(rows, columns, grid, RATE, limit, new):
    """On arrays: a loop of step(). False: not done, they would differ."""
    if (
        rows - 1 < 1
        or columns - 1 < 1
        or len(grid) < rows
        or len(new) < rows - 1
        or new.shape[1] < columns - 1
    ):
        return False
    if grid.shape[1] < columns:
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        stop = rows - 1
        rows_at_once = 2**14 // (columns - 1) + 1
        for first in range(1, stop, rows_at_once):
            last = min(first + rows_at_once, stop)
            around = (
                grid[first - 1:last - 1, 1:columns - 1] + grid[first + 1:last
                + 1, 1:columns - 1] + grid[first:last, :columns - 2]
                + grid[first:last, 2:columns]
            )
            left = (
                grid[first:last, 1:columns - 1] + RATE * (around - 4.0
                * grid[first:last, 1:columns - 1])
            )
            new_values = np.where(limit < left, limit, left)
            new[first:last, 1:columns - 1] = new_values
    return True


def step(grid, limit):
    """The next state of the plate."""
    rows, columns = len(grid), len(grid[0])
    new = [[0.0] * columns for _ in range(rows)]
    for i in range(1, rows - 1):
        for j in range(1, columns - 1):
            around = grid[i - 1][j] + grid[i + 1][j] + grid[i][j - 1] + grid[i][j + 1]
            new[i][j] = min(grid[i][j] + RATE * (around - 4.0 * grid[i][j]), limit)
    return new


def new_by_numpy_in_turns(turns, grid, RATE, every):
    """Some turns, by arrays that stay: how many were done, and the list."""
    if (
        type(every) is not int
        or not every
        or len({*map(len, grid)}) != 1
    ):
        return 0, grid
    grid_array = np.array(grid, dtype=float)
    done = 0
    for turn in turns:
        if not len(grid_array):
            break
        rows = len(grid_array)
        columns = grid_array.shape[1]
        new_array = np.full((rows, columns), 0.0)
        if not new_by_numpy(rows, columns, grid_array, RATE, 40.0, new_array):
            break
        grid_array = new_array
        done += 1
        if turn % every == 0:
            break
    return done, grid_array.tolist() if done else grid


def run(grid, steps, every):
    turns = range(1, steps + 1)
    while turns:
        done, grid = new_by_numpy_in_turns(turns, grid, RATE, every)
        turn = turns[done - 1 if done else 0]
        if not done:
            grid = step(grid, 40.0)
        turns = turns[done or 1:]
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
