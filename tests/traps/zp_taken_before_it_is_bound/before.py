import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


def values(count):
    for number in range(count):
        yield 100 // (17 - number)


count = int(sys.argv[1])
found = "nothing"
try:
    found = [slow(n) for n in values(count)]
except ZeroDivisionError as error:
    print("zero", error, found)
print(found[:3], len(found))
best = max(slow(n) for n in values(count))
print(best)
