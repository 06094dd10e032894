import numpy as np


def new_by_numpy(rows, columns, grid, new):
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
            new_values = (
                0.25 * (grid[first - 1:last - 1, 1:columns - 1] + grid[first
                + 1:last + 1, 1:columns - 1] + grid[first:last, :columns - 2]
                + grid[first:last, 2:columns])
            )
            new[first:last, 1:columns - 1] = new_values
    return True


def step(grid, new, rows, columns):
    for i in range(1, rows - 1):
        for j in range(1, columns - 1):
            new[i][j] = 0.25 * (
                grid[i - 1][j] + grid[i + 1][j] + grid[i][j - 1] + grid[i][j + 1]
            )


def make(rows, columns):
    return [[float(i * j) for j in range(columns)] for i in range(rows)]


def new_by_numpy_in_turns(turns, rows, columns, grid, new, every):
    """Some turns, by arrays that stay: how many were done, and lists."""
    if (
        type(every) is not int
        or not every
        or len({*map(len, grid)}) != 1
        or any({*map(type, row)} != {float} for row in grid)
        or len({*map(len, new)}) != 1
        or any({*map(type, row)} != {float} for row in new)
        or len({*map(id, grid), *map(id, new)}) != len(grid) + len(new)
    ):
        return 0, grid, new
    grid_array = np.array(grid, dtype=float)
    new_array = np.array(new, dtype=float)
    done = 0
    for turn in turns:
        if not new_by_numpy(rows, columns, grid_array, new_array):
            break
        grid, new = new, grid
        grid_array, new_array = new_array, grid_array
        done += 1
        if turn % every == 0:
            break
    for row_2, numbers in zip(grid, grid_array):
        row_2[:] = numbers.tolist()
    for row_2, numbers in zip(new, new_array):
        row_2[:] = numbers.tolist()
    return done, grid, new


def run(grid, new, rows, columns, steps, every):
    turns = range(1, steps + 1)
    while turns:  # Jacobi
        done, grid, new = new_by_numpy_in_turns(turns, rows, columns, grid, new, every)
        turn = turns[done - 1 if done else 0]
        if not done:
            step(grid, new, rows, columns)
            # the other way round
            grid, new = new, grid
        turns = turns[done or 1:]
        if turn % every == 0:
            print(turn, grid[1][1])
            if turn > 20:
                continue
            if turn > 12:
                break
            grid[0][0] += turn
    return grid, new


print(run(make(8, 6), make(8, 6), 8, 6, 9, 4))
same = [[1.0, 2.0, 3.0]] * 3
print(run(make(3, 3), same, 3, 3, 3, 2))
odd = make(4, 4)
odd[3] = [1, 2, 3, 4]
first, second = make(4, 4), odd
print(run(first, second, 4, 4, 5, 2), first, second)
print(run(first, first, 4, 4, 5, 2))
try:
    print(run(make(4, 4), make(3, 3), 4, 4, 5, 2))
except IndexError as error:
    print(error)
try:
    print(run(first, second, 4, 4, 2, 0))
except ZeroDivisionError as error:
    print(error, first, second)
print(run(make(4, 4), make(4, 4), 4, 4, 0, 0))
