import sys

BASE = 7
table = [3, 1, 2]


def first(a, b):
    return a


def step(x, by):
    if x > 50:
        half = x // 2
        return half % by
    elif x % 2 == 1:
        return 3 * x + BASE
    return x // by


def entry(x):
    return table[x % 3] + x


def walk(x, by, count, seen):
    total = 0
    for i in range(count):
        x = step(x, by)
        total += first(x, 10 // (i - 4))
        seen.append(x)
    return x, total


def search(x, limit):
    turns = 0
    while step(x, 3) < limit and turns < 1000:
        x = x + step(x, 5) + 1
        turns += 1
    return x, turns


def sums(count):
    table = [100, 200, 300]
    x = 1
    for i in range(count):
        x = entry(x) % 1000
    return x, table[x % 3]


def wide(x, count):
    for _ in range(count):
        x = first(x * x + BASE, x)
    return x


n = int(sys.argv[1])
for start, by, count in ((27, 2, n), (99, 0, n), (1, 2, min(n, 4)), (2 ** 70, 3, 4), (True, 2, 3), (5, 2, True)):
    seen = []
    try:
        print(walk(start, by, count, seen), seen)
    except ZeroDivisionError as error:
        print(error, seen)
print(search(n, 40), search(0, -5), sums(n), wide(3, min(n, 8)), wide(2, 3))
