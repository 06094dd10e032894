import sys


def same_width(rows, width):
    i = 0
    while len(rows[i]) == width:
        i += 1
    return i


def heads(rows, n):
    total = 0.0
    for i in range(n):
        row = rows[i]
        total = 0.5 * total + len(row)
    return total


def carried(xs, turns):
    last, top = 0.0, -1
    for turn in range(turns):
        print("turn", turn)
        for i in range(len(xs)):
            last = 0.5 * last + xs[i]
            if last > 2.0:
                top = i
    for i in range(3):
        print(top + i)


n = int(sys.argv[1]) if len(sys.argv) > 1 else 3
for rows in ([[1.0, 2.0]] * n, [[1.0, 2.0], [1.0]], []):
    for work in (same_width, heads):
        try:
            print(work(rows, 2))
        except IndexError as error:
            print(error)
carried([0.5, 1.5, 1.25], n)
carried([], n)
