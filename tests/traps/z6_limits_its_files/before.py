import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


import resource

if int(sys.argv[1]) > 30:
    resource.setrlimit(resource.RLIMIT_NOFILE, (24, 24))


def work(x):
    return slow(x)


n = int(sys.argv[1])
out = []
for x in range(n):
    out.append(work(x))
print(out)
