def product(a, b):
    n, m, p = len(a), len(b), len(b[0])
    c = [[0.0] * p for _ in range(n)]
    for i in range(n):
        for j in range(p):
            total = 0.0
            for k in range(m):
                total += a[i][k] * b[k][j]
            c[i][j] = total
    return c


print(product([[0.1 * i * j for j in range(5)] for i in range(4)],
              [[1.0 / (i + j + 1) for j in range(3)] for i in range(5)]))
