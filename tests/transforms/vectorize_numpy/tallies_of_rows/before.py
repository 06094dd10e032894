def add_up(rows, weights, sums, columns):
    for i in range(len(rows)):
        for j in range(columns):
            sums[j] += rows[i][j] * weights[i]


def show(rows, weights, sums, columns):
    try:
        add_up(rows, weights, sums, columns)
    except IndexError as error:
        print(error)
    print(sums)


table = [[0.1 * i + 1e9 * (j % 2) - 3.0 * j for j in range(5)] for i in range(7)]
factors = [1.5, -0.25, 0.0, 1e-9, 1e12, 2.0, -1.0]
show(table, factors, [0.0, -0.0, 1.0, 2.0, 3.0], 5)
show(table, factors, [0.0] * 6, 4)
show(table, factors, [0.0] * 4, 5)
show(table, factors[:4], [0.0] * 5, 5)
show([row[: 5 - i % 2] for i, row in enumerate(table)], factors, [0.0] * 5, 5)
show([], factors, [1.0], 1)
show([[]], factors, [1.0], 0)
