import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 30
NAN, INF = float("nan"), float("inf")


def largest(table):
    best, where = table[0][0], (0, 0)
    for i in range(len(table)):
        for j in range(len(table[i])):
            if table[i][j] > best:
                best = table[i][j]
                where = (i, j)
    return best, where


def least_behind(table, start):
    best = start
    where = None
    last = "none"
    for i, row in enumerate(table):
        for j, x in enumerate(row):
            if i != j:
                if x * 2 < best:
                    best = x * 2
                    where = (i + j, x, i > j)
                    last = i
    return best, where, last


def steepest(heights):
    best = -1.0
    where = ()
    for i in range(1, len(heights)):
        step = heights[i] - heights[i - 1]
        if step > best:
            best = step
            where = (i - 1, i)
    return best, where


def chained(table):
    best, where = -INF, (-1, -1)
    for i in range(len(table)):
        for j in range(len(table[0])):
            if table[i][j] > best:
                best = table[i][j]
                where = (i, where[0])
    return best, where


def triangle(table):
    best, where = -1.0, (0, 0)
    for i in range(len(table)):
        for j in range(i):
            if table[i][j] > best:
                best = table[i][j]
                where = (i, j)
    return best, where


def doubled(table):
    made = []
    for row in table:
        new = []
        for x in row:
            new.append(x + x)
        made.append(new)
    return made


def report(table):
    twice = doubled(table)
    print(largest(twice), twice[0][:2])


def longer(table, rows):
    best, where = -INF, (0, 0)
    for i in range(len(rows)):
        for j in range(len(rows[i])):
            if table[i][j] > best:
                best = table[i][j]
                where = (i, j)
    return best, where


tables = [
    [[(i * j * 37 + i) % 11 / 4 for j in range(7)] for i in range(count)],
    [[1.0, 3.0], [3.0, 2.0]],
    [[0.0, -0.0], [-0.0, 0.0]],
    [[-0.0, 0.0]],
    [[NAN, 1.0], [2.0, 0.5]],
    [[1.0, 2.0], [NAN, 3.0]],
    [[1.0], [2.0, 3.0], []],
    [[], [1.0]],
    [[]],
    [],
    [[INF, -INF], [-INF, INF]],
    [[1e308, -1e308]],
]
for table in tables:
    for use in range(8):
        try:
            if use == 0:
                print(largest(table))
            elif use == 1:
                print(chained(table))
            elif use == 2:
                print(triangle(table))
            elif use == 3:
                report(table)
            elif use == 4:
                print(steepest(table[0]))
            else:
                print(longer(table, tables[use - 4]))
        except (IndexError, TypeError, ZeroDivisionError) as error:
            print(type(error).__name__, error)
    for start in 0.0, -0.0, INF, NAN, -3.5, 1e300:
        print(least_behind(table, start))
