import sys


def triangle(x, n):
    out = []
    for i in range(n):
        s = 0.0
        for a in range(i):
            for b in range(a):
                s += x[b] * x[a]
        out.append(s)
    return out


def lower(m):
    out = []
    for i in range(len(m)):
        s = 0.0
        for j in range(i):
            s += m[i][j] * 2.0
        out.append(s)
    return out


def fixed(x, k):
    out = []
    for i in range(len(x) - 6):
        s = 0.0
        for a in range(4):
            for b in range(a):
                s += x[i + b] * x[a]
        out.append(s)
    return out


n = int(sys.argv[1])
x = [k * 0.37 for k in range(n)]
print(triangle(x, n), fixed(x, 3))
print(lower([[float(i * j) for j in range(n)] for i in range(n)]))
try:
    print(triangle(x, n + 3))
except IndexError as error:
    print(error)
