import numpy as np


def loop_by_numpy(n, xs, total, even):
    """By arrays: a loop of checksum(). None: they would differ."""
    if n < 0 or len(xs) < n or n > 2**26:
        return None
    try:
        xs = np.fromiter(xs, int, len(xs))
    except OverflowError:
        return None
    if xs.min(initial=0) < -2**26 or xs.max(initial=0) > 2**26:
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        for first in range(0, n, 2**14):
            last = min(first + 2**14, n)
            i = np.arange(first, last)
            total_values = xs[first:last] * (i + 1) % 251
            total = total + int(total_values.sum())
            mask = xs[first:last] % 2 == 0
            even = even + int(np.count_nonzero(mask))
    return total, even


def checksum(xs, n):
    total = 7
    even = 0
    folded = loop_by_numpy(n, xs, total, even)
    if folded is None:
        for i in range(n):
            total += xs[i] * (i + 1) % 251
            if xs[i] % 2 == 0:
                even += 1
    else:
        total, even = folded
    return total, even


print(checksum([i * i for i in range(50)], 50), checksum([3, 4, 5], 2))
print(checksum([2**62, 2**63], 2), checksum([], 0))
