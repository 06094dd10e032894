import sys
def f(m, k):
    for i in range(len(m)):
        for j in range(len(m[i])):
            m[i][j] = m[i][j] * 2.0 + k
    return m
n = int(sys.argv[1])
print(f([[1.0] * 3] * n, 0.5), f([[1.0, 2.0, 3.0] for _ in range(n)], 0.5), f([[1.0], [2.0, 3.0]], 1.0))
