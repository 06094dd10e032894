import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


def early(numbers):
    found = []
    for number in numbers:
        found.append(slow(number, FACTOR))
    return found


print(early([]))
FACTOR = 3
print(early(range(int(sys.argv[1]))))


def deleted(numbers):
    found = []
    for number in numbers:
        found.append(slow(number, LATER))
    return found


LATER = 5
count = int(sys.argv[1])
if count == 0:
    del LATER
print(deleted(range(count)))


def unset(numbers):
    return [slow(number, factor) for number in numbers]


if count:
    factor = 7
print(unset(range(count)))
