import sys
import time


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
deadline = time.monotonic() + 30
results = []
for n in range(size):
    if time.monotonic() > deadline:
        results.append("late")
        continue
    results.append(burn(n))
print(results[:3], len(results))
