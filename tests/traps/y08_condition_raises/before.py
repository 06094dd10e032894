import sys


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value % 97


def check(n):
    value = burn(n)
    if n == 17:
        raise ValueError("item 17")
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
limit = int(sys.argv[2]) if len(sys.argv) > 2 else 60
try:
    print([check(n) for n in range(size) if 1000 // (limit - n) > 1])
except (ValueError, ZeroDivisionError) as error:
    print(type(error).__name__, error)
