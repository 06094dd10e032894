import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


def pairs(count):
    for a in range(count):
        for b in range(a):
            yield a, b


def close(a, b):
    return slow(a * 7 + b)


def nested(count):
    return [[close(a, b) for a, b in pairs(k)] for k in range(count)]


def total(count):
    return sum(close(a, b) for a, b in pairs(count))


count = int(sys.argv[1]) // 4
print(nested(count)[-1:])
for _ in range(3):
    print(total(count))
print(dict((a * 100 + b, close(a, b)) for a, b in pairs(count)))
print(tuple(close(a, b) for a, b in pairs(count) if a > 2)[:3])
print(set(close(b, a) for a, b in pairs(count)) == {close(b, a) for a, b in pairs(count)})
