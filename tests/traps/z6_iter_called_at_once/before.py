import itertools
import operator
import sys

LOG = []


class Source:
    def __iter__(self):
        LOG.append("iter")
        return iter((1, 2))

    def __contains__(self, item):
        LOG.append("contains")
        return True


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def by_iter(n):
    iter(Source())
    return burn(n)


def by_generator(n):
    (item for item in Source())
    return burn(n)


def by_map(n):
    map(str, Source())
    return burn(n)


def by_zip(n):
    zip([1, 2], Source())
    return burn(n)


def inner(n):
    return burn(n) + len(list(itertools.chain.from_iterable([Source()])))


def starred(n):
    return burn(n) + sum(itertools.starmap(max, [Source()]))


def contained(n):
    return burn(n) + operator.contains(Source(), 1)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 10
print([by_iter(n) for n in range(size)][-1], len(LOG))
print([by_generator(n) for n in range(size)][-1], len(LOG))
print([by_map(n) for n in range(size)][-1], len(LOG))
print([by_zip(n) for n in range(size)][-1], len(LOG))
print([inner(n) for n in range(size)][-1], len(LOG))
print([starred(n) for n in range(size)][-1], len(LOG))
print([contained(n) for n in range(size)][-1], len(LOG))
