import sys
from collections import namedtuple


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value % 97


Pair = namedtuple("Couple", "left right")


def make(n):
    return Pair(burn(n), n)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
pairs = []
for n in range(size):
    pairs.append(make(n))
print(pairs[-1], sum(pair.left for pair in pairs))
