import sys
import warnings

import numpy as np


class Meters(np.ndarray):
    def __getitem__(self, at):
        print("item", at)
        return super().__getitem__(at)


class Loud(float):
    def __rmul__(self, other):
        print("times", other)
        return float(self) * other


def scaled(a, out, k):
    for i in range(len(a)):
        out[i] = a[i] * k


def total_of(a):
    total = 0
    for x in a:
        total += x
    return total


def ratios(a, b):
    found = []
    for i in range(len(a)):
        found.append(a[i] / b[i])
    return found


def largest(a):
    best = a[0]
    where = 0
    for i, x in enumerate(a):
        if x > best:
            best = x
            where = i
    return best, where


def row_sums(grid):
    sums = []
    for i in range(grid.shape[0]):
        total = 0.0
        for j in range(grid.shape[1]):
            total += grid[i, j]
        sums.append(total)
    return sums


def product(a, b, c):
    for i in range(len(a)):
        for j in range(len(b[0])):
            total = 0.0
            for k in range(len(b)):
                total += a[i][k] * b[k][j]
            c[i][j] = total


def half(x):
    if x > 1:
        return x / 2
    return x * 1.0


def halves(a, n):
    return [half(a[i + 1]) for i in range(n)]


def told(value):
    if isinstance(value, (list, tuple)):
        return [told(one) for one in value]
    if type(value) is np.ndarray:
        return [str(value.dtype), value.tolist()]
    return f"{type(value).__name__} {value!r}"


def shown(function, *given):
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        try:
            print(function.__name__, told(function(*given)))
        except Exception as error:
            print(function.__name__, type(error).__name__, str(error)[:60])
    print(sorted({(w.category.__name__, str(w.message)) for w in said}))
    print([told(one) for one in given if not callable(one)])


n = int(sys.argv[1]) if len(sys.argv) > 1 else 6
nan, inf = float("nan"), float("inf")
plain = np.linspace(-1.0, 2.0, n)
odd = [plain, plain.astype("float32"), np.arange(n), np.arange(n, dtype="uint8") * 60, np.arange(n, dtype=">f8"),
       np.array([nan, 0.0, -0.0, inf, -inf, 1e308][:n]), np.array([2**62, 2**53 + 1, -(2**63)]), np.zeros(0), np.array(3.5),
       np.arange(n) > 2, np.array([1, 2.5, None], dtype=object), np.array(["a", "b"]), np.arange(6.0).reshape(2, 3),
       plain[::-1], plain[::2], np.array([1, 2, 3]).view(Meters), np.ma.array([1.0, 2.0, 3.0], mask=[0, 1, 0]),
       [1.0, 2.0, 3.0], [1, True, 2.5], (1, 2, 3), "abc", range(3), None, np.broadcast_to(np.float64(2.0), (4,))]
for a in odd:
    shown(total_of, a)
    shown(largest, a)
    shown(row_sums, a)
    shown(halves, a, 1)
    shown(ratios, a, plain)
    shown(ratios, plain, a)
    shown(scaled, a, np.zeros(n), 2)
    shown(scaled, a, np.zeros(n, dtype=int), 2)
    shown(scaled, plain, a, 0.5)
for k in (1e308, 10**400, True, np.float64(0.1), np.float32(0.1), np.int64(2**62), Loud(2.0), nan, "x", None, -0.0):
    shown(scaled, plain, np.zeros(n), k)
    shown(scaled, np.arange(n), np.zeros(n, dtype=int), k)
for size in (0, 2, n, n + 1, -1, np.int64(2), 1.0, True, "2"):
    shown(halves, plain, size)
locked = np.zeros(n)
locked.flags.writeable = False
shown(scaled, plain, locked, 2.0)
for a in (np.arange(6.0).reshape(2, 3), np.zeros((0, 3)), np.zeros((2, 0)), np.ones((2, 3), order="F"), np.arange(6).reshape(3, 2),
          [[1.0, 2.0], [3.0, 4.0]], np.full((2, 2), 1e200), np.full((2, 2), 2**40), [plain, plain]):
    shown(row_sums, a)
    for b in (np.arange(6.0).reshape(3, 2), np.arange(6.0).reshape(2, 3).T, np.full((2, 2), 1e200), np.arange(4).reshape(2, 2)):
        shown(product, a, b, np.zeros((3, 3)))
        shown(product, a, b, np.zeros((2, 2), dtype=int))
