import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


log = []


def values(count):
    for number in range(count):
        yield number


def grade(number):
    return slow(number)


def kept(count):
    source = values(count)
    total = sum(grade(n) for n in source)
    log.append(next(source, "end"))
    return total


def shared(source):
    return [grade(n) for n in source]


print(kept(int(sys.argv[1])), log)
one = values(int(sys.argv[1]))
print(shared(one)[:2], shared(one))
print([grade(n) for n in one])
holder = {"source": values(9)}
print([grade(n) for n in holder["source"]])
print(list(holder["source"]))
