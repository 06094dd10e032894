import sys


def burn(n):
    half = {0: n // 2}[n % 2]
    for _ in range(20_000):
        half = (half * 1103515245 + 12345) % 2147483648
    return half


size = int(sys.argv[1]) if len(sys.argv) > 1 else 60
kept = [n for n in range(size) if n % 2 == 0 and burn(n) % 3]
also = [burn(n) if n % 2 == 0 else -1 for n in range(size)]
print(kept, also[:4])
