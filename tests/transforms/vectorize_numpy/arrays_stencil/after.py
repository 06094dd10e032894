import numpy as np


def new_by_numpy(heat, new):
    """By arrays: a loop of spread(). False: not done, they would differ."""
    if (
        type(heat) is not np.ndarray
        or heat.ndim != 2
        or heat.dtype not in ("int64", "float64")
        or len(heat) == 0
        or type(new) is not np.ndarray
        or new.ndim != 2
        or new.dtype not in ("int64", "float64")
        or len(new) == 0
        or not new.flags.writeable or not new.flags.forc
    ):
        return False
    if (
        len(heat) - 1 < 1
        or len(new) < len(heat) - 1
        or new.shape[1] < len(heat[0]) - 1
        or heat.dtype == "int64" and not -2**52 <= heat.min(initial=0) <= heat.max(initial=0) <= 2**52
        or np.may_share_memory(new, heat)
    ):
        return False
    if len(heat[0]) - 1 < 1:
        return False
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            stop = len(heat) - 1
            rows_at_once = 2**14 // (len(heat[0]) - 1) + 1
            for first in range(1, stop, rows_at_once):
                last = min(first + rows_at_once, stop)
                around = (
                    heat[first - 1:last - 1, 1:len(heat[0]) - 1] + heat[first
                    + 1:last + 1, 1:len(heat[0]) - 1]
                    + heat[first:last, :len(heat[0]) - 2]
                    + heat[first:last, 2:]
                )
                new_values = (
                    heat[first:last, 1:len(heat[0]) - 1] + 0.1 * (around - 4
                    * heat[first:last, 1:len(heat[0]) - 1])
                )
                if new_values.dtype != new.dtype and (new.dtype == "int64" or np.any(np.abs(new_values) > 2**53)):
                    return False
                new[first:last, 1:len(heat[0]) - 1] = new_values
    except FloatingPointError:
        return False
    return True


def spread(heat, new):
    if not new_by_numpy(heat, new):
        for i in range(1, heat.shape[0] - 1):
            for j in range(1, heat.shape[1] - 1):
                around = heat[i - 1, j] + heat[i + 1, j] + heat[i, j - 1] + heat[i, j + 1]
                new[i, j] = heat[i, j] + 0.1 * (around - 4 * heat[i, j])


heat = np.zeros((12, 15))
heat[4:7, 5:9] = 80.0
new = heat.copy()
for _ in range(5):
    spread(heat, new)
    heat, new = new, heat
print(heat.sum(), heat[5].tolist())
