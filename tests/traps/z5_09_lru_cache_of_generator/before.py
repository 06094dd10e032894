import functools
import sys


@functools.lru_cache(maxsize=None)
def multiples(n):
    for k in range(300):
        yield n * k


def total(n):
    return sum(multiples(n))


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    out = []
    for i in range(size):
        out.append(total(i % 7))
    print(out)


main()
