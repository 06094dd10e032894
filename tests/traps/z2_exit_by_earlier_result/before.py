import sys

def burn(n):
    for _ in range(10_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n

limit = int(sys.argv[1]) if len(sys.argv) > 1 else 6
best = -1
rises = 0
for n in range(300):
    value = burn(n + rises)
    if value > best:
        best = value
        rises += 1
        if rises == limit:
            break
print(n, best, rises)
