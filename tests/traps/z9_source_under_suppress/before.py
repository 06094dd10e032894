import sys


def burn(n):
    value = n
    for _ in range(60):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
import contextlib
import itertools


def attempt(n):
    burn(n)
    if n == 22:
        raise ValueError(n)
    return n


def main():
    it = iter(range(size))
    with contextlib.suppress(ValueError):
        for n in itertools.islice(it, 30):
            print(attempt(n))
    print(list(it)[:3])


main()
