def products(rates, amounts):
    table = []
    for rate in rates:
        row = []
        for amount in amounts:
            row.append(rate * amount)
        table.append(row)
    return table


def row_sums(table):
    sums = []
    for row in table:
        total = 0.0
        for value in row:
            total += value
        sums.append(total)
    return sums


def largest(table):
    best, where = table[0][0], (0, -1)
    for i in range(len(table)):
        for j in range(len(table[i])):
            if table[i][j] > best:
                best = table[i][j]
                where = (i, j)
    return best, where


def report(rates, amounts):
    table = products(rates, amounts)
    sums = row_sums(table)
    print(sums[0], max(sums), largest(table))


def pick(rates, amounts):
    table = products(rates, amounts)
    best, where = largest(table)
    return where, best


NAN, INF = float("nan"), float("inf")
for rates, amounts in (
    ([1.5, 0.1, -2.0], [0.3, 7.0, -0.0, 1e16]),
    ([0.1 * k for k in range(300)], [0.7, -0.2, 1e16, 1.0, -1e16]),
    ([1.0, NAN], [2.0, 3.0]),
    ([INF, 0.0], [0.0, 1.0]),
    ([-0.0], [0.0]),
    ([-1.0], []),
    ([], [1.0]),
    ([1.0, 1], [1.0]),
):
    for use in report, pick:
        try:
            print(use(rates, amounts))
        except (IndexError, ValueError) as error:
            print(type(error).__name__, error)
