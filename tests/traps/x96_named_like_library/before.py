import sys

from statistics import mean


def burn(n):
    values = [(n * k) % 101 for k in range(3_000)]
    return mean(values)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = []
for n in range(size):
    results.append(burn(n))
import statistics
print(results[:3], statistics.calls)
