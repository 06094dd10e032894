import numpy as np


def found_by_numpy(heights, limit, found):
    """By arrays: a loop of steep(). False: not done, they would differ."""
    if (
        type(heights) is not np.ndarray
        or heights.ndim != 1
        or heights.dtype not in ("int64", "float64")
    ):
        return False
    if (
        len(heights) < 1
        or heights.dtype == "int64" and not -2**31 <= heights.min(initial=0) <= heights.max(initial=0) <= 2**31
        or type(limit) not in (int, float, np.int64, np.float64)
        or type(limit) in (int, np.int64) and not -2**31 <= limit <= 2**31
        or len(heights) > 2**31
    ):
        return False
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            i = np.arange(1, len(heights))
            mask = heights[1:] - heights[:len(heights) - 1] > limit
            found_values = i[mask]
            found_values_2 = heights[1:][mask]
    except FloatingPointError:
        return False
    found.extend(zip(found_values.tolist(), [*found_values_2]))
    return True


def steep(heights, limit):
    found = []
    if not found_by_numpy(heights, limit, found):
        for i in range(1, len(heights)):
            if heights[i] - heights[i - 1] > limit:
                found.append((i, heights[i]))
    return found


heights = np.arange(30) * 7.0 % 11
print(steep(heights, 3.0), steep(heights.astype(int), 3), steep(heights[:1], 0.0))
