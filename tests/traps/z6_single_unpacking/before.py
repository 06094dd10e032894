import sys

LOG = []


class Store:
    @property
    def items(self):
        LOG.append("items")
        return [1]

    def __getitem__(self, key):
        LOG.append("item")
        return [2]


def produce():
    yield 1
    LOG.append("produced")


def listed():
    LOG.append("listed")
    return [1, 2]


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def unpacks_call(n):
    [*listed()]
    return burn(n)


def unpacks_generator(n):
    {*produce()}
    return burn(n)


def unpacks_attribute(n):
    [*Store().items]
    return burn(n)


def unpacks_item(n):
    [*Store()[0]]
    return burn(n)


def unpacks_sum(n):
    [*listed() + listed()]
    return burn(n)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 10
print([unpacks_call(n) for n in range(size)][-1], len(LOG))
print([unpacks_generator(n) for n in range(size)][-1], len(LOG))
print([unpacks_attribute(n) for n in range(size)][-1], len(LOG))
print([unpacks_item(n) for n in range(size)][-1], len(LOG))
print([unpacks_sum(n) for n in range(size)][-1], len(LOG))
