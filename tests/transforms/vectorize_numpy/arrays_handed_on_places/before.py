def doubled(values):
    return [value * 2 for value in values]


def table(values, size):
    rows = len(values)
    cells = [[0] * size for _ in range(rows)]
    for i in range(rows):
        for j in range(1, size - 1):
            cells[i][j] = values[i] * j
    return cells


def totals(cells, start):
    total = start
    for i in range(len(cells)):
        for j in range(len(cells[0])):
            total += cells[i][j]
    return total


def run(values, size, start):
    values = doubled(values)
    cells = table(values, size)
    total = totals(cells, start)
    return total, values


print(run([3, 1, 4, 1, 5], 6, 0))
print(run([3, 1, 4, 1, 5], 0, 2), run([2, 7], -3, 5))
print(run([2**70, 1], 4, 2), run([2**62, 2**62], 4, -1), run([2**40], 5, 2**80))
try:
    run([], 5, 0)
except IndexError as error:
    print(error)
