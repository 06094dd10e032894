import sys


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    if n == 22:
        sys.exit(f"item {n} cannot be done")
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 10
results = []
for n in range(size):
    results.append(burn(n))
print(results)
