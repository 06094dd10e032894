import numpy as np


def c_by_numpy(n, c, a, b):
    """By arrays: a loop of product(). False: not done, they would differ."""
    if (
        type(n) is not int
        or type(c) is not np.ndarray
        or c.ndim != 2
        or c.dtype not in ("int64", "float64")
        or len(c) == 0
        or not c.flags.writeable or not c.flags.forc
        or type(a) is not np.ndarray
        or a.ndim != 2
        or a.dtype not in ("int64", "float64")
        or len(a) == 0
        or type(b) is not np.ndarray
        or b.ndim != 2
        or b.dtype not in ("int64", "float64")
        or len(b) == 0
    ):
        return False
    if (
        n < 0
        or c.shape[1] < n
        or len(a) < n
        or len(b) < n
        or len(c) < n
        or c.dtype == "int64" and not -2**20 <= c.min(initial=0) <= c.max(initial=0) <= 2**20
        or a.dtype == "int64" and not -2**20 <= a.min(initial=0) <= a.max(initial=0) <= 2**20
        or b.dtype == "int64" and not -2**20 <= b.min(initial=0) <= b.max(initial=0) <= 2**20
        or "int64" in (c.dtype, a.dtype, b.dtype,) and n > 2**20
        or np.may_share_memory(c, a)
        or np.may_share_memory(c, b)
    ):
        return False
    if a.shape[1] < n or b.shape[1] < n or c.shape[1] < n:
        return False
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            rows_at_once = 2**14 // (n + 1) + 1
            c_values = np.empty((n, n), c.dtype)
            for first in range(0, n, rows_at_once):
                last = min(first + rows_at_once, n)
                item_1 = c[first:last, :n]
                for k in range(n):
                    item_1 = item_1 + a[first:last, k, None] * b[k, :n]
                part = item_1
                if part.dtype != c.dtype and (c.dtype == "int64" or np.any(np.abs(part) > 2**53)):
                    return False
                c_values[first:last] = part
    except FloatingPointError:
        return False
    c[:n, :n] = c_values
    return True


def product(a, b):
    n = a.shape[0]
    c = np.zeros((n, n), dtype=np.int64)
    if not c_by_numpy(n, c, a, b):
        for i in range(n):
            for j in range(n):
                for k in range(n):
                    c[i, j] += a[i, k] * b[k, j]
    return c


places = np.arange(5)
links = ((places[:, None] * 7 + places * 3) % 11 < 5).astype(np.int64)
ways = links
for _ in range(3):
    ways = product(ways, links)
print(ways.tolist(), product(links * 2**40, links * 2**30).tolist())
