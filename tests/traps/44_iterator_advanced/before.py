import sys


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
numbers = iter(range(size))
results = []
for n in numbers:
    value = burn(n)
    if value % 3 == 0:
        skipped = next(numbers, None)
        results.append(skipped)
    results.append(value)
print(results)
