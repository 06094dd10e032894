import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


def f(items):
    seen = [0]
    out = []
    for item in items:
        value = slow(item) + sum([slow(seen) for seen in seen])
        seen = [item]
        out.append(value)
    return out


print(f(range(int(sys.argv[1]))))
