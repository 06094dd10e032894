import math
import sys

MISSING = (None, math.nan)


def slow(number):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number + step) % 1_000_003
    return total


def score(value):
    if value in MISSING:
        return -1
    return slow(int(value))


count = int(sys.argv[1])
values = [math.nan if number % 5 == 2 else number / 2 for number in range(count)]
scores = []
for value in values:
    scores.append(score(value))
print(scores)
