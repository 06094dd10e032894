import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


def values(count):
    for number in range(count):
        yield number


def grade(number):
    if number == 5:
        raise ValueError(number)
    return slow(number)


source = values(int(sys.argv[1]))
try:
    print([grade(n) for n in source])
except ValueError as error:
    print(error)
print(list(source))
