import builtins
import sys

seen = []
plain_abs = builtins.abs


def loud_abs(value):
    seen.append(value)
    return plain_abs(value)


builtins.abs = loud_abs


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return abs(value - 1_000_000_000)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = [burn(n) for n in range(size)]
print(results[:2], len(seen))
