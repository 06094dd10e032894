import sys


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    if n > 40:
        raise RuntimeError(f"item {n} must not be looked at")
    return n == 30


size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
print(any(burn(n) for n in range(size)), next((n for n in range(size) if burn(n)), None))
