import sys
def f(m, n):
    out = []
    for row in m:
        s = 0.0
        for j in range(len(row)):
            s += row[j] * 0.5
        out.append(s)
    return out
def g(m, n):
    out = []
    for i in range(n):
        s = 0.0
        for j in range(2 * len(m[i]) - 3):
            s += m[i][j] * 0.5
        out.append(s)
    return out
def h(m, n):
    out = []
    for row in m:
        out.append([x * 2.0 for x in row])
    return out
def k(m, n):
    return [[m[i][j] + m[j][i] for j in range(len(m[0]))] for i in range(len(m))]
n = int(sys.argv[1])
m = [[0.1 * (i * j % 7) for j in range(3)] for i in range(n)]
q = [[0.1 * (i * j % 7) for j in range(n)] for i in range(n)]
print(f(m, n), g(m, n), h(m, n), k(q, n))
m[-1].append(2.0)
print(f(m, n), h(m, n))
m.append([])
print(f(m, n), h(m, n), f([], 0), h([], 0), h([[]], 0))
try:
    print(k(m, n))
except IndexError as e:
    print(e)
