import sys


def shift(source, target, n):
    for i in range(n - 1):
        target[i + 1] = source[i] * 2.0


def make(n):
    return [float(i + 1) for i in range(n)]


n = int(sys.argv[1]) if len(sys.argv) > 1 else 8
a, b = make(n), make(n)
if "same" in sys.argv:
    b = a
shift(a, b, n)
print(a, b)
