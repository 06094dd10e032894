import sys
from collections import Counter, defaultdict

size = int(sys.argv[1]) if len(sys.argv) > 1 else 5


def burn(n):
    for _ in range(300):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


counts = totals = {}
for i in range(size):
    for j in range(4):
        counts[burn(i + j) % 3] = counts.get(burn(i + j) % 3, 0) + 1
        totals[burn(i * j) % 3] = totals.get(burn(i * j) % 3, 0) + 2
print(counts)
