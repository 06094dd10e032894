import sys


def mixed(xs, n):
    a, b = 1, -1
    for x in xs:
        a = (a ^ x) | (b & 12345)
        b = ~(a >> 2) + (x << 5)
        if b > 2**40:
            b &= 0xFFFFFF
        a = a << 1 if a < n else a >> 1
    return a, b


def shifts(xs, by):
    out = []
    for x in xs:
        out.append(x >> by)
        out.append(x << by)
    return out


def steps(x):
    count = 0
    for _ in range(3):
        x = (x + 1) | 576460752303423487
        count += 1
    return x, count


n = int(sys.argv[1]) if len(sys.argv) > 1 else 20
numbers = [(i * 7919) % 1000 - 500 for i in range(n)]
print(mixed(numbers, 2**30), mixed(numbers, 10**25), mixed([], 5))
for by in (0, 1, 40, 59, 60, 61, 62, 63, 64, 100):
    print(shifts([0, 1, -1, 5, -7, 2**52], by))
try:
    shifts([1], -1)
except ValueError as error:
    print(error)
print(steps(2**53), steps(576460752303423486), steps(-1))
