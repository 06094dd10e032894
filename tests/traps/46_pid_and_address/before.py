import os
import sys


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value, os.getpid(), id(value)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = []
for n in range(size):
    results.append(burn(n))
print(results[0])
