import sys
import os


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value % 97


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
n = 0
while n < size:
    os.makedirs("tree/d%02d/e%02d" % (n % 7, n), exist_ok=True)
    n += 1
total = 0
visited = []
for root, dirs, files in os.walk("tree"):
    dirs.sort()
    if len(visited) % 5 == 4:
        del dirs[:]
    value = burn(len(root))
    total += value
    visited.append((root, value))
print(total, visited)
