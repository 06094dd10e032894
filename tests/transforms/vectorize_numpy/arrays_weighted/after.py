import numpy as np


def out_by_numpy(x, out, weights):
    """By arrays: a loop of weighted(). False: not done, they would differ."""
    if (
        type(x) is not np.ndarray
        or x.ndim != 1
        or x.dtype not in ("int64", "float64")
        or type(out) is not np.ndarray
        or out.ndim != 1
        or out.dtype not in ("int64", "float64")
        or not out.flags.writeable or not out.flags.forc
        or type(weights) is not np.ndarray
        or weights.ndim != 1
        or weights.dtype not in ("int64", "float64")
    ):
        return False
    if (
        len(out) < len(x)
        or x.dtype == "int64" and not -2**20 <= x.min(initial=0) <= x.max(initial=0) <= 2**20
        or out.dtype == "int64" and not -2**20 <= out.min(initial=0) <= out.max(initial=0) <= 2**20
        or weights.dtype == "int64" and not -2**20 <= weights.min(initial=0) <= weights.max(initial=0) <= 2**20
        or "int64" in (x.dtype, out.dtype, weights.dtype,) and len(x) > 2**20
        or "int64" in (x.dtype, out.dtype, weights.dtype,) and len(weights) > 2**20
        or np.may_share_memory(out, x)
        or np.may_share_memory(out, weights)
    ):
        return False
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            stop = len(x)
            out_values = np.empty(stop, out.dtype)
            for first in range(0, stop, 2**14):
                last = min(first + 2**14, stop)
                item_1 = out[first:last]
                for j in range(len(weights)):
                    item_1 = item_1 + weights[j] * x[first:last]
                part = item_1
                if part.dtype != out.dtype and (out.dtype == "int64" or np.any(np.abs(part) > 2**53)):
                    return False
                out_values[first:last] = part
    except FloatingPointError:
        return False
    out[:len(x)] = out_values
    return True


def weighted(x, weights, out):
    if not out_by_numpy(x, out, weights):
        for i in range(len(x)):
            for j in range(len(weights)):
                out[i] += weights[j] * x[i]


out = np.ones(9)
weighted(np.arange(9.0), np.array([0.5, 0.25, -3.0]), out)
print(out)
whole = np.ones(9, dtype=int)
try:
    weighted(np.arange(9.0), np.array([0.5, 0.25, -3.0]), whole)
except TypeError as error:
    print(error)
print(whole)
