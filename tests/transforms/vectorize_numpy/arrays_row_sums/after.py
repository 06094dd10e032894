import numpy as np


def sums_by_numpy(grid, weights, sums):
    """By arrays: a loop of row_sums(). False: not done, they would differ."""
    if (
        type(grid) is not np.ndarray
        or grid.ndim != 2
        or grid.dtype not in ("int64", "float64")
        or len(grid) == 0
        or type(weights) is not np.ndarray
        or weights.ndim != 1
        or weights.dtype not in ("int64", "float64")
    ):
        return False
    if (
        len(weights) < len(grid[0])
        or grid.dtype == "int64" and not -2**26 <= grid.min(initial=0) <= grid.max(initial=0) <= 2**26
        or weights.dtype == "int64" and not -2**26 <= weights.min(initial=0) <= weights.max(initial=0) <= 2**26
    ):
        return False
    if len(grid[0]) <= 0:
        return False
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            stop = len(grid)
            sums_values = np.empty(0)
            for first in range(0, stop, 2**14):
                last = min(first + 2**14, stop)
                total = np.zeros(last - first)
                for j in range(len(grid[0])):
                    total = total + grid[first:last, j] * weights[j]
                part = total
                if first == 0:
                    sums_values = np.empty(stop, part.dtype)
                sums_values[first:last] = part
    except FloatingPointError:
        return False
    sums.extend([*sums_values])
    return True


def row_sums(grid, weights):
    sums = []
    if not sums_by_numpy(grid, weights, sums):
        for i in range(len(grid)):
            total = 0.0
            for j in range(len(grid[0])):
                total += grid[i][j] * weights[j]
            sums.append(total)
    return sums


grid = np.arange(42.0).reshape(6, 7) / 8
print(row_sums(grid, grid[2]), row_sums(grid[:0], grid[2]), row_sums(grid[:, :0], grid[2]))
