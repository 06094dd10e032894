import functools
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 3


@functools.lru_cache(maxsize=None)
def known(n):
    return n + day


def work(n):
    return sum(k * n % 7 for k in range(2000)) + known(n % 3)


for day in range(count):
    print([work(n) for n in range(9)])
