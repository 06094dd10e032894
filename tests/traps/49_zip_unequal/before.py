import sys


def burn(a, b):
    value = a * 31 + b
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
left = iter(range(size + 10))
right = [n * n for n in range(size)]
results = []
for position, (a, b) in enumerate(zip(left, right)):
    results.append((position, burn(a, b)))
print(results[-2:], next(left))
