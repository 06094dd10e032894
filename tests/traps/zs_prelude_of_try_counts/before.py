# What stands before the `try` counts, and what is in it reads the count.
import itertools
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 12
numbers = itertools.count(100)


def crunch(ticket):
    total = 0
    for k in range(3000):
        total += k * ticket % 11
    if ticket % 5 == 0:
        raise RuntimeError("ticket " + str(ticket))
    return total


report = ""
for number in range(count):
    ticket = next(numbers)
    try:
        first = crunch(ticket)
        second = crunch(ticket + 1) + number
    except RuntimeError as error:
        report += str((number, error)) + "\n"
    else:
        report += str((number, first, second)) + "\n"
print(next(numbers))
print(report)
