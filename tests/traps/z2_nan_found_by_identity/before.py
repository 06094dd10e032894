import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


NAN = float("nan")


def value(n):
    return NAN if slow(n) % 3 == 0 else float(n)


values = []
for n in range(int(sys.argv[1])):
    values.append(value(n))
print(values.count(NAN), NAN in values, len(set(values)))
