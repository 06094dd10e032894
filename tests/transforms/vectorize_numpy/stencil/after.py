import numpy as np


def new_by_numpy(rows, columns, grid, new):
    """By arrays: a loop of step(). False: not done, they would differ."""
    if (
        rows - 1 < 1
        or columns - 1 < 1
        or len(grid) < rows
        or len(new) < rows - 1
        or min(map(len, new), default=0) < columns - 1
        or len({*map(len, grid)}) != 1
        or len({*map(id, new), *map(id, grid)}) != len(new) + len(grid)
    ):
        return False
    grid = np.array(grid, dtype=float)
    if len(grid[0]) < columns:
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        stop = rows - 1
        rows_at_once = 2**14 // (columns - 1) + 1
        new_values = np.empty((stop - 1, columns - 2))
        for first in range(1, stop, rows_at_once):
            last = min(first + rows_at_once, stop)
            new_values[first - 1:last - 1] = (
                0.25 * (grid[first - 1:last - 1, 1:columns - 1] + grid[first
                + 1:last + 1, 1:columns - 1] + grid[first:last, :columns - 2]
                + grid[first:last, 2:columns])
            )
    for row_2, numbers in zip(new[1:rows - 1], new_values):
        row_2[1:columns - 1] = numbers.tolist()
    return True


def step(grid, new, rows, columns):
    if not new_by_numpy(rows, columns, grid, new):
        for i in range(1, rows - 1):
            for j in range(1, columns - 1):
                new[i][j] = 0.25 * (
                    grid[i - 1][j] + grid[i + 1][j] + grid[i][j - 1] + grid[i][j + 1]
                )


def make(rows, columns):
    return [[float(i * j) for j in range(columns)] for i in range(rows)]


def main():
    grid, new = make(8, 6), make(8, 6)
    for _ in range(3):
        step(grid, new, 8, 6)
        grid, new = new, grid
    print(grid)
    step(grid, grid, 8, 6)
    print(grid)
    same = [[1.0, 2.0, 3.0]] * 3
    step(make(3, 3), same, 3, 3)
    print(same)


main()
