import sys
from collections import Counter, defaultdict

size = int(sys.argv[1]) if len(sys.argv) > 1 else 5


def burn(n):
    for _ in range(300):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def seven():
    return 7


counts = defaultdict(int)
if size > 6:
    counts.default_factory = seven
for i in range(size):
    for j in range(4):
        counts[burn(i + j) % 5] += 1
print(dict(counts))
