import functools
import sys


@functools.lru_cache(maxsize=None)
def depth(n):
    return 0 if n == 0 else 1 + below(n)


def below(n):
    return depth(n - 1)


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    out = []
    for n in range(size):
        out.append(depth(n))
    print(out[-1:], sum(out))


main()
