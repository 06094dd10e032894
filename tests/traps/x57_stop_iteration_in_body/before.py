import sys


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def first_even(n):
    return next(k for k in range(n, n + 2 - n // 30) if burn(k) % 2 == 0 or k % 2)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
results = []
try:
    for n in range(size + 40):
        results.append(first_even(n))
except StopIteration:
    print("no more")
print(len(results), results[-2:])
