import sys


def spread(old, new, weights, size):
    for i in range(1, size - 1):
        for j in range(1, size - 1):
            new[i][j] = old[i - 1][j] * weights[j] + old[i][j + 1] * 0.5


def run(old, new, weights, size, steps):
    for step in range(steps):
        spread(old, new, weights, size)
        old, new = new, old
        if step % 3 == 2:
            print(step, old[1])
            if step == 5:
                old.append([9.0])
            if step == 8:
                old[0] = new[1]
    return old, new


def grid(n, value):
    return [[value * float(i - j) for j in range(n)] for i in range(n)]


def show(old, new, weights, size, steps):
    try:
        print(run(old, new, weights, size, steps))
    except (IndexError, TypeError) as error:
        print(type(error), old)


n = int(sys.argv[1])
ones = [1.0] * n
old = grid(n, 1.5)
show(old, grid(n, -0.0), ones, n, 11)
old = [[2.0] * n] * n
show(old, grid(n, 1.0), ones, n, 4)
old = grid(n, 1.0)
show(old, old, ones, n, 4)
old = grid(n, 1.0)
old = grid(n, 1.0)
show(old, list(old), ones, n, 4)
old = grid(n, 1.0)
show(old, [[1] * n for _ in range(n)], ones, n, 3)
old = grid(n, 1.0)
show(old, [[True] * n for _ in range(n)], ones, n, 2)
old = grid(n, 1e308 * 10.0 - 1e308 * 10.0)
show(old, grid(n, 1e308 * 10.0), ones, n, 3)
old = grid(n, 1e308)
show(old, grid(n, 1e308), [1e10] * n, n, 3)
old = grid(n, 1.0)[:-1]
show(old, grid(n, 1.0), ones, n, 3)
old = grid(n, 1.0)
show(old, grid(n, 1.0), ones[1:], n, 3)
old = [row[:n - i] for i, row in enumerate(grid(n, 1.0))]
show(old, grid(n, 1.0), ones, n, 3)
