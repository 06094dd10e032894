import sys
from collections import Counter, defaultdict

size = int(sys.argv[1]) if len(sys.argv) > 1 else 5


def burn(n):
    for _ in range(300):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


counts = Counter({"b": 0, "a": -3})
for i in range(size):
    for j in range(4):
        counts["abc"[burn(i + j) % 3]] -= burn(j) % 2
        counts.update({"c": 0})
print(counts, list(counts.items()))
counts = Counter()
for i in range(size):
    for j in range(3):
        counts.update([burn(i * j) % 3, "x"][: burn(j) % 3])
print(list(counts.items()))
