import sys


def burn(n, seen):
    n += len(seen)
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = seen = []
for n in range(size):
    results.append(burn(n, seen))
print(results[-2:])
