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
        key = burn(i + j) % 3
        if i == 0:
            if key not in counts:
                counts[key] = 0
        try:
            counts[key] += 1
        except KeyError:
            print("missing", i, j)
print(counts)
