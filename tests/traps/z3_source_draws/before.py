import random
import sys

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


bad = int(sys.argv[2]) if len(sys.argv) > 2 else -1
size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
random.seed(5)


def samples():
    for n in range(size):
        yield n, random.random()


results = []
try:
    for n, x in samples():
        if n == bad:
            raise ValueError(n)
        results.append(burn(n) % 1000 + x)
except ValueError:
    print("stopped")
print(results, random.random())
