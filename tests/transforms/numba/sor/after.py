import numba
import numpy as np


def compiled(function):
    """By Numba, kept on disk if it can be; None where that is turned off."""
    if numba.config.DISABLE_JIT or numba.config.BOUNDSCHECK == 0:
        return None
    try:
        return numba.njit(cache=True, boundscheck=True)(function)
    except RuntimeError:  # no folder to keep it in
        return numba.njit(boundscheck=True)(function)


@compiled
def greater(a, b):
    """Python's max()."""
    return b if b > a else a


@compiled
def loop_by_numba_loop(sweeps, grid, omega, change):
    """A loop of relax(), on arrays."""
    for _ in range(sweeps):
        change = 0.0
        for i in range(1, len(grid) - 1):
            row = grid[i]
            for j in range(1, len(grid[0]) - 1):
                new = (
                    0.25 * (grid[i - 1, j] + grid[i + 1, j] + row[j - 1]
                    + row[j + 1])
                )
                step = omega * (new - row[j])
                row[j] += step
                change = greater(change, abs(step))
        if change < 1e-9:
            break
    return change


def loop_by_numba(sweeps, grid, omega, change):
    """A loop of relax(), compiled. None: not done, it would differ."""
    if (
        abs(sweeps) > 2**53
        or len({*map(len, grid)}) != 1
        or type(change) is not float
        or len({*map(id, grid)}) != len(grid)
    ):
        return None
    try:
        new_grid = np.array(grid, dtype=float)
        change = loop_by_numba_loop(sweeps, new_grid, omega, change)
    except Exception:  # nothing has been changed yet
        return None
    for row_2, numbers in zip(grid, new_grid):
        row_2[:] = numbers.tolist()
    return change


def relax(grid, sweeps, omega):
    change = 0.0
    folded = loop_by_numba(sweeps, grid, omega, change)
    if folded is None:
        for _ in range(sweeps):
            change = 0.0
            for i in range(1, len(grid) - 1):
                row = grid[i]
                for j in range(1, len(row) - 1):
                    new = 0.25 * (grid[i - 1][j] + grid[i + 1][j] + row[j - 1] + row[j + 1])
                    step = omega * (new - row[j])
                    row[j] += step
                    change = max(change, abs(step))
            if change < 1e-9:
                break
    else:
        change = folded
    return change


def plate(rows, columns):
    return [[1.0 if i == 0 else 0.0 for _ in range(columns)] for i in range(rows)]


grid = plate(8, 9)
print(relax(grid, 20, 1.5), grid)
print(relax([[1.0] * 4] * 4, 3, 1.5), relax([], 2, 1.0))
