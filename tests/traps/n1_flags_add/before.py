import sys


def count(xs):
    return [(x > 1.0) + (x > 2.0) for x in xs]


n = int(sys.argv[1]) if len(sys.argv) > 1 else 6
print(count([0.5 * i for i in range(n)]))
