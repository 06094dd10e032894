import numpy as np


def out_by_numpy(n, out, xs, salt):
    """By arrays: a loop of keys(). False: not done, they would differ."""
    if n < 0 or len(xs) < n or abs(salt) > 2**52:
        return False
    try:
        xs = np.fromiter(xs, int, len(xs))
    except OverflowError:
        return False
    if xs.min(initial=0) < -2**52 or xs.max(initial=0) > 2**52:
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        out_values = np.empty(n, dtype=int)
        for first in range(0, n, 2**14):
            last = min(first + 2**14, n)
            i = np.arange(first, last)
            out_values[first:last] = (xs[first:last] * 31 + i) % 1009 + salt // 7
    out.extend(out_values.tolist())
    return True


def keys(xs, n, salt):
    out = []
    if not out_by_numpy(n, out, xs, salt):
        for i in range(n):
            out.append((xs[i] * 31 + i) % 1009 + salt // 7)
    return out


print(keys([i * 37 - 90 for i in range(40)], 40, 99))
print(keys([2**70, -(2**70)], 2, -1), keys([1], 1, 2**80))
