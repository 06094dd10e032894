import sys

table = [1.5, 2.5, 3.5]
scale = 2.0
shape = [[1.0, 2.0], [3.0, 4.0]]


def looked_up(i):
    return table[i] + shape[i][0]


def scaled(x):
    return x * scale


def local_table(n):
    table = [10.5, 20.5, 30.5]
    shape = [[5.0], [6.0], [7.0]]
    out = []
    for i in range(n):
        out.append(looked_up(i))
    return out, table, shape


def local_scale(n):
    scale = 100.0
    out = []
    for i in range(n):
        out.append(scaled(i * 0.5) + scale)
    return out


def outer_table(n):
    return [looked_up(i) for i in range(n)]


n = int(sys.argv[1])
print(local_table(min(n, 2)), local_scale(n), outer_table(min(n, 2)))
try:
    print(local_table(n))
except IndexError as error:
    print(error)
