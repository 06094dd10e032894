import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


import helper


def other(x):
    return -x


n = int(sys.argv[1])
if n > 30:
    helper.inner = other
out = []
for x in range(n):
    out.append(helper.work(x) + slow(x))
print(out)
