def largest(table, best):
    where = "nowhere"
    for i in range(len(table)):
        for j in range(len(table[i])):
            if table[i][j] > best:
                best = table[i][j]
                where = (i, j)
    return best, where


def least_even(table, best):
    where = None
    for i, row in enumerate(table):
        for j, x in enumerate(row):
            if i % 2 == 0:
                if x < best:
                    best = x
                    where = (x, j - i, i)
    return best, where


NAN, INF = float("nan"), float("inf")
for table in (
    [[0.5, 3.0, -1.0], [3.0, 2.5, 0.0]],
    [[1.0, NAN], [2.0, 3.0]],
    [[-INF, INF], [INF, -INF]],
    [[0.0, -0.0]],
    [[]],
    [[], []],
    [],
    [[1.0, 2.0], [7.0]],
    [[1, 2.5]],
):
    for start in 0.0, -0.0, -5.0, 100.0, -INF:
        print(largest(table, start), least_even(table, -start))
