import sys
from collections import Counter, defaultdict

size = int(sys.argv[1]) if len(sys.argv) > 1 else 5


def burn(n):
    for _ in range(300):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


counts = {}
for i in range(size):
    for j in range(4):
        key = (burn(i * j) % 2 == 1) if j % 2 else burn(i + j) % 2
        counts[key] = counts.get(key, 0) + 1
print(counts, [type(key).__name__ for key in counts])
