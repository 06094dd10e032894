"""A counter that only matters with an option, and a cache with it."""
import sys

hits = {"count": 0}
COUNTING = "--count" in sys.argv


def burn(n):
    if COUNTING and n % 3 == 0:
        hits["count"] += 1
    for _ in range(3_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = []
for n in range(size):
    results.append(burn(n))
print(repr(results[:3]), hits)
