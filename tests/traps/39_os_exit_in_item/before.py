import os
import sys


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    if n == 25:
        sys.stdout.flush()
        os._exit(5)
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 10
for n in range(size):
    value = burn(n)
    print(n, value)
