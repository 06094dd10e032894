import sys

def burn(n):
    for _ in range(10_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n

wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 20
total = 0
for n in range(60):
    try:
        total += burn(n) // (n - wanted)
    finally:
        if n >= wanted:
            break
print(n, total)
