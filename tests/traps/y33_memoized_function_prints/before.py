import functools
import sys


@functools.lru_cache(maxsize=None)
def work(n):
    total = 0
    for k in range(1, 400):
        total += n // k
    print("worked on", n)
    return total


def main():
    out = []
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    for n in range(count):
        out.append(work(n % 7))
    print(len(out), sum(out))


main()
