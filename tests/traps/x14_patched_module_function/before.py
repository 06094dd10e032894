import math
import sys

count = 0
plain = math.sqrt


def counting(value):
    global count
    count += 1
    return plain(value)


math.sqrt = counting


def burn(n):
    value = float(n)
    for _ in range(5_000):
        value = math.sqrt(value + n)
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = []
for n in range(size):
    results.append(burn(n))
print(repr(results[:2]), count)
