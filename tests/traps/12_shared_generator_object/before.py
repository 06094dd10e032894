import random
import sys

source = random.Random(11)


def noise():
    return source.random()


def simulate(n):
    value = float(n)
    for _ in range(20_000):
        value = value * 0.999 + 0.25
    return value + noise()


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = [simulate(n) for n in range(size)]
print(repr(results[:3]), repr(source.random()))
