import sys
from collections import Counter, defaultdict

size = int(sys.argv[1]) if len(sys.argv) > 1 else 5


def burn(n):
    for _ in range(300):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


counts = defaultdict(int)


def seen():
    return len(counts)


for i in range(size):
    for j in range(4):
        counts[burn(i + j) % 7 + seen() * 0] += seen()
print(dict(counts))
