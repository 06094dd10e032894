import sys

def burn(n):
    for _ in range(10_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n

wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 3
try:
    print(next(n for n in range(40) if burn(n) % 17 == wanted))
except StopIteration:
    print("none")
