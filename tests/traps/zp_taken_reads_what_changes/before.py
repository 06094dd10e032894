import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


state = [0]


def values(count):
    for number in range(count):
        yield number + state[0]


def noted(value):
    state[0] += value % 3
    return value


count = int(sys.argv[1])
print([noted(slow(n)) for n in values(count)])
print(state)
