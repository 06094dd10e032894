def product(a, b, rows, columns, inner):
    c = [[0.0] * columns for _ in range(rows)]
    for i in range(rows):
        for j in range(columns):
            for k in range(inner):
                c[i][j] += a[i][k] * b[k][j]
    return c


a = [[(i * 7 + k) % 5 / 4 for k in range(6)] for i in range(5)]
b = [[(k * 3 + j) % 7 / 8 for j in range(4)] for k in range(6)]
print(product(a, b, 5, 4, 6), product(a, b, 2, 3, 0))
