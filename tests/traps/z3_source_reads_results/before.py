import sys

results = []

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def numbers(size):
    for n in range(size):
        yield n + (results[-1] if len(sys.argv) > 2 and results else 0)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
for n in numbers(size):
    results.append(burn(n) % 1000)
print(results)
