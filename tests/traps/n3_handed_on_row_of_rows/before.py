import sys


def table(rows, columns):
    return [[(i * 7 + j * 3) % 11 for j in range(columns)] for i in range(rows)]


def merged(a, b):
    result = []
    for i in range(len(a)):
        row = []
        for j in range(len(a[0])):
            row.append(a[i][j] * 2 + b[i][j])
        result.append(row)
    return result


def sums(cells):
    totals = []
    for i in range(len(cells)):
        total = 0
        for j in range(len(cells[0])):
            total += cells[i][j]
        totals.append(total)
    return totals


def largest(values, start):
    best = start
    for value in values:
        if value > best:
            best = value
    return best


def run(rows, columns, others):
    first = table(rows, columns)
    second = merged(first, others)
    of_rows = sums(second)
    print(second[-1:], of_rows, largest(of_rows, -5))


n = int(sys.argv[1]) if len(sys.argv) > 1 else 4
m = int(sys.argv[2]) if len(sys.argv) > 2 else 3
for others in (table(n, m), table(n + 1, m + 1), table(n, m - 1), table(n - 1, m), [[1, 2, 3]] * n, [[2**62] * m] * n,
               [[1] * (m + i) for i in range(n)], [[True] * m for _ in range(n)], [[0.5] * m for _ in range(n)], []):
    try:
        run(n, m, others)
    except Exception as error:
        print(type(error).__name__, error)
