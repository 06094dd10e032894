import sys


def differences(xs, first, last, out):
    for i in range(first, last - 1):
        out[i] = xs[i + 1] - xs[i - 1]


n = int(sys.argv[1]) if len(sys.argv) > 1 else 6
last = int(sys.argv[2]) if len(sys.argv) > 2 else 6
for first in (0, 1, 2, -2):
    xs = [1.5 * i * i for i in range(n)]
    out = [0.0] * n
    try:
        differences(xs, first, last, out)
    except IndexError as error:
        print(error)
    print(out)
