import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


def values(count):
    for number in range(count):
        yield number


count = int(sys.argv[1])
print(next(values(count), None), [slow(n) for n in values(count)])
g = values(count)
print(next(g, None), [slow(n) for n in g])
print(count > 3 and [slow(n) for n in values(count)])
print([slow(n) for n in values(count)] if count > 5 else "few")
items = "mine"
failure = "also mine"
results = [slow(n) for n in values(count)]
print(items, failure, results[:2])
