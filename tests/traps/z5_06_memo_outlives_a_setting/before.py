import functools
import sys

scale = 1


@functools.lru_cache(maxsize=None)
def scaled(n):
    total = 0
    for k in range(1_000):
        total += n * scale
    return total


def main():
    global scale
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    first = [scaled(n) for n in range(size)]
    scale = 2
    second = [scaled(n) for n in range(size)]
    print(sum(first), sum(second))


main()
