import sys


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def other(n):
    for _ in range(20_000):
        n = (n * 69069 + 1) % 4294967296
    return n


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = []
for n in range(size):
    value = burn(n)
    results.append(value)
    if value % 11 == 3:
        burn, other = other, burn
print(results[-3:], burn.__name__)
