import sys


def burn(n):
    value = n
    for _ in range(300):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
MISSING = object()


def lookup(n):
    value = burn(n)
    return value if value % 3 else MISSING


values = [lookup(n) for n in range(size)]
print(MISSING in values, values.count(MISSING))
