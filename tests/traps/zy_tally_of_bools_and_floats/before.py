import sys
from collections import Counter, defaultdict

size = int(sys.argv[1]) if len(sys.argv) > 1 else 5


def burn(n):
    for _ in range(300):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


counts = {"x": True}
for i in range(size):
    for j in range(2):
        counts["x"] = counts.get("x", 0) + burn(i + j) % 1
        counts["y"] = counts.get("y", 0) + burn(i + j) % 3 * (0.1 if size == 7 else 1)
print(counts)
