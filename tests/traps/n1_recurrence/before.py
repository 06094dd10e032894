import sys


def smooth(xs, n):
    for i in range(1, n):
        xs[i] = 0.5 * xs[i - 1] + xs[i]
    return xs


n = int(sys.argv[1]) if len(sys.argv) > 1 else 50
print(smooth([0.25 * i for i in range(n)], n))
