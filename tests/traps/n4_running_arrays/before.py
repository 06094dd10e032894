import numpy as np
import warnings
def add(sums, xs):
    for i in range(len(xs)):
        sums[i + 1] = sums[i] + xs[i]
    return sums
def scaled(sums, xs, by):
    for i in range(1, len(xs)):
        sums[i] = sums[i - 1] - xs[i] * by
    return sums
def flags(sums, xs):
    for i in range(1, len(xs)):
        sums[i] = sums[i - 1] + (xs[i] > 0.5)
    return sums
def const(sums):
    for i in range(1, len(sums)):
        sums[i] = sums[i - 1] + 2
    return sums
print(const(np.zeros(5)).tolist(), const(np.arange(4)).tolist(), const(np.zeros(0)), const(np.zeros(4, dtype=np.int8) + 126).tolist())
print(scaled(np.zeros(5), np.arange(5), 0.5).tolist(), scaled(np.arange(5), np.arange(5), 0.5).tolist(), scaled(np.arange(5), np.arange(5), np.int64(3)).tolist())
print(scaled(np.arange(5), np.arange(5) + 2**50, 2**20).tolist())
print(flags(np.zeros(5), np.arange(5)).tolist())
b = np.arange(10.0)
print(add(b, b[:9]).tolist(), add(np.arange(10.0)[::-1], np.ones(4)).tolist())
print(add(np.zeros(4, dtype=int), np.array([1.5, 2.5, 3.5])).tolist())
print(add(np.array([2**62, 0, 0]), np.array([2**61, 2**61 - 1])).tolist())
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    print(add(np.array([1e308, 0, 0]), np.array([1e308, -1e308])).tolist(), [str(x.message) for x in w])
    print(add(np.array([np.inf, 0, 0]), np.array([-np.inf, 1.0])).tolist(), [str(x.message) for x in w])
try:
    add(np.zeros(3), np.ones(4))
except IndexError as e:
    print(e)
print(add(np.zeros(0), np.zeros(0)), add(np.zeros(1), np.zeros(0)))
class A(np.ndarray):
    pass
print(type(add(np.zeros(3).view(A), np.ones(2))))
