import numpy as np


def table_by_numpy(rates, amounts):
    """On arrays: a loop of products()."""
    with np.errstate(over="ignore", invalid="ignore"):
        row_values = rates[:, None] * amounts
    return row_values


def products(rates, amounts):
    table = []
    for rate in rates:
        row = []
        for amount in amounts:
            row.append(rate * amount)
        table.append(row)
    return table


def sums_by_numpy(table):
    """On arrays: a loop of row_sums()."""
    total = np.zeros(len(table))
    terms = table.T
    if len(total) < 256:
        for start in range(0, len(terms), 1024):
            piece = np.vstack((total, terms[start:start + 1024]))
            total = np.add.accumulate(piece)[-1]
    else:
        for term in terms:
            total = total + term
    sums_values = total
    return sums_values


def row_sums(table):
    sums = []
    for row in table:
        total = 0.0
        for value in row:
            total += value
        sums.append(total)
    return sums


def best_by_numpy(table, where, best):
    """On arrays: a loop of largest(). None: they would differ."""
    with np.errstate(over="ignore", invalid="ignore"):
        i = np.arange(len(table))[:, None]
        j = np.arange(len(table[0]))
        best_values = table
        where_values = np.broadcast_to(i, (len(table), len(table[0])))
        where_values_2 = np.broadcast_to(j, (len(table), len(table[0])))
        if best_values.size:
            at = np.unravel_index(best_values.argmax(), best_values.shape)
            if best_values[at] != best_values[at]:
                return None
            if best_values[at].item() > best:
                best = best_values[at].item()
                where = (where_values[at].item(), where_values_2[at].item())
    return best, where


def largest(table):
    best, where = table[0][0], (0, -1)
    for i in range(len(table)):
        for j in range(len(table[i])):
            if table[i][j] > best:
                best = table[i][j]
                where = (i, j)
    return best, where


def values_by_arrays(rates, amounts):
    """By arrays, handed on from one loop to the next. None: they would differ."""
    if {*map(type, rates)} != {float}:
        return None
    rates_array = np.fromiter(rates, float, len(rates))
    amounts_array = np.fromiter(amounts, float, len(amounts))
    table = table_by_numpy(rates_array, amounts_array)
    if not len(table):
        return None
    sums = sums_by_numpy(table)
    if len(sums) < 1:
        return None
    most = sums[sums.argmax()].item()
    if most != most:
        return None
    if len(table) < 1:
        return None
    if table.shape[1] < 1:
        return None
    best = table[0, 0].item()
    values = best_by_numpy(table, (0, -1), best)
    if values is None:
        return None
    best_2, where = values
    return sums[0].item(), most, (best_2, where)


def report(rates, amounts):
    values = values_by_arrays(rates, amounts)
    if values is None:
        table = products(rates, amounts)
        sums = row_sums(table)
        print(sums[0], max(sums), largest(table))
    else:
        sums_part, sums_max, largest_value = values
        print(sums_part, sums_max, largest_value)


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
