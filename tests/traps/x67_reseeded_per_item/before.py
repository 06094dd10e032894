import random
import sys


def simulate(n):
    random.seed(n)
    value = 0.0
    for _ in range(3_000):
        value += random.random()
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = []
for n in range(size):
    results.append(simulate(n))
print(repr(results[:2]), repr(random.random()))
