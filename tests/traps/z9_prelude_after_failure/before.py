import sys


def burn(n):
    value = n
    for _ in range(60):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
import atexit


def attempt(n):
    burn(n)
    if n == 44:
        raise ValueError(n)
    return n


step = 0
atexit.register(lambda: print("step", step))
for n in range(size):
    step = n * 2
    print(attempt(step))
