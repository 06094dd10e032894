import sys


def burn(n):
    value = n
    for _ in range(60):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
import operator

SKIP = object()
items = [SKIP if n % 4 == 0 else n for n in range(size)]


def work(item):
    burn(3)
    return operator.is_(item, SKIP)


print([work(item) for item in items])
