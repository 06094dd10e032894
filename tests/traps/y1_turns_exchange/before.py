import sys


def blend(a, b, c):
    for i in range(len(c)):
        c[i] = a[i] * 0.5 + b[i]


def three(a, b, c, steps):
    held = [a, b, c]
    for step in range(steps):
        blend(a, b, c)
        a, b, c = b, c, a
        if step == 4:
            print(held, a is held[2])
            held[0][-1] = step + 0.25
    print(a, b, c, [one is a for one in held])


def crossed(now, then, steps):
    other = then
    for step in range(1, steps):
        for i in range(len(now)):
            then[i] = now[i] + step
        now, then = then, now
        now, then = then, now
        if step % 4 == 0:
            other = list(now)
            then = other
    return now, then, other


def alone(rows, steps):
    for _ in range(steps):
        for i in range(len(rows)):
            for j in range(2):
                rows[i][j] = rows[i][j] * 1.5
    return rows


n = int(sys.argv[1])
one = [1.0, 2.0, 3.0]
three(one, [0.5] * 3, [0.0] * 3, n)
three(one, one, [0.0] * 3, n)
print(crossed([1.0, 2.0], [3.0, 4.0], n), crossed([], [], 2))
row = [1.0, 2.0]
print(alone([row, [3.0, 4.0], row], n), alone([[1.0, 2.0, 3.0]], n), alone([[1.0, 2.0], [1.0]][:1], n), row)
