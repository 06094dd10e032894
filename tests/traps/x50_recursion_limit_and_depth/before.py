import sys

sys.setrecursionlimit(8_000)


def depth(n):
    return 1 if n <= 0 else 1 + depth(n - 1)


def burn(n):
    return sum(depth(1_500) for _ in range(4)) + n


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
results = []
for n in range(size):
    results.append(burn(n))
print(results[:3], sum(results))
