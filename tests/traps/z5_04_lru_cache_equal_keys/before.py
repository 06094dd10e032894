import functools
import sys


@functools.lru_cache(maxsize=None)
def square(n):
    total = 0
    for _ in range(2_000):
        total = n * n
    return total


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 24
    numbers = [n / 2 if n % 3 else n // 2 for n in range(size)]
    numbers += [int(n) for n in numbers]
    out = []
    for n in numbers:
        out.append(square(n))
    print(out)


main()
