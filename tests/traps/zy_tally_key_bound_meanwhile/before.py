import sys
from collections import Counter, defaultdict

size = int(sys.argv[1]) if len(sys.argv) > 1 else 5


def burn(n):
    for _ in range(300):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


key = 0


def step(n):
    global key
    key = n % 3
    return 1


counts = {}
for i in range(size):
    key = 0
    for j in range(4):
        counts[key] = counts.get(key, 0) + step(burn(i + j))
print(counts)
