import functools
import sys

LOG = []


class Settings:
    def keys(self):
        LOG.append("keys")
        return ["a"]

    def __getitem__(self, key):
        return 1


class Name:
    def __hash__(self):
        LOG.append("hash")
        return 1


class Row:
    def __reversed__(self):
        LOG.append("reversed")
        return iter((2, 1))


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def keywords(**given):
    return len(given)


@functools.lru_cache(maxsize=None)
def cached(name):
    return 1


def passes(n):
    return burn(n) + keywords(**Settings())


def displays(n):
    return burn(n) + len({**Settings()})


def constructs(n):
    return burn(n) + len(dict(Settings()))


def remembers(n):
    return burn(n) + cached(Name())


def turns(n):
    reversed(Row())
    return burn(n)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 10
print([passes(n) for n in range(size)][-1], len(LOG))
print([displays(n) for n in range(size)][-1], len(LOG))
print([constructs(n) for n in range(size)][-1], len(LOG))
print([remembers(n) for n in range(size)][-1], len(LOG))
print([turns(n) for n in range(size)][-1], len(LOG))
