"""Constants that are computed from what an option sets."""
import sys

BASE = 3
if len(sys.argv) > 2:
    BASE = int(sys.argv[2])
SQUARE = BASE * BASE
LIMITS = [SQUARE, BASE]
LIMITS.append(BASE + 1)
FIRST = LIMITS[-1]


def burn(n):
    for _ in range(5_000):
        n = (n * 1103515245 + SQUARE + FIRST) % 2147483648
    return n


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = []
for n in range(size):
    results.append(burn(n))
print(repr(results[:3]), sum(results))
