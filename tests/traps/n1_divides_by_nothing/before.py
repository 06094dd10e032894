import sys


def ratios(xs, by, out):
    for i in range(len(xs)):
        out.append(xs[i] / (by * xs[i]))


n = int(sys.argv[1]) if len(sys.argv) > 1 else 8
by = float(sys.argv[2]) if len(sys.argv) > 2 else 1.0
for extra in ([], [float("inf")], [float("nan"), 0.0], [1e308, -1e308]):
    out = []
    try:
        ratios([0.5 + i for i in range(n)] + extra, by, out)
    except ZeroDivisionError as error:
        print(error)
    print(out)
