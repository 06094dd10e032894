import sys


def named(grid, count):
    out = []
    try:
        for i in range(count):
            row = grid[i]
            out.append(i * 2)
    except IndexError as failed:
        out.append(str(failed))
    return out


def measured(grid, count):
    out = []
    try:
        for i in range(count):
            out.append(len(grid[i]) + i)
    except IndexError as failed:
        out.append(str(failed))
    return out


def another(grid, count):
    out = []
    try:
        for i in range(len(grid[1])):
            out.append(count + i)
    except IndexError as failed:
        out.append(str(failed))
    return out


n = int(sys.argv[1])
table = [[float(i + j) for j in range(4)] for i in range(6)]
for count in (n, 6, 7, 0, -1):
    print(named(table, count), measured(table, count), another(table[:count], count))
