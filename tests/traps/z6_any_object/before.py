import collections
import enum
import functools
import heapq
import operator
import re
import sys

COUNTS = {"touched": 0}


def touch(*_):
    COUNTS["touched"] += 1
    return 1


class Box:
    count = property(touch, touch, touch)
    __getitem__ = __setitem__ = __delitem__ = __add__ = __call__ = touch
    __enter__ = __exit__ = touch

    def __iter__(self):
        touch()
        return iter(())

    def __str__(self):
        touch()
        return "box"


class Shelf:
    def __init__(self):
        self.box = Box()


class Strange:
    made = 0

    def __new__(cls, n):
        touch()
        return object.__new__(cls)


class Getter:
    def __init__(self, n):
        self.n = n

    @property
    def counted(self):
        return touch()


class Point(collections.namedtuple("Point", "x y")):
    @property
    def counted(self):
        return touch()


class Colour(enum.Enum):
    RED = 1


@functools.lru_cache(maxsize=None)
def table(n):
    return [n]


async def later():
    touch()


def burn(n):
    value = n
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 4
name = sys.argv[2] if len(sys.argv) > 2 else "box"
fields = ["x", "y"]
shelf = Shelf()
getter = Getter(1)
point = Point(1, 2)
pattern = re.compile("a")
counted = operator.attrgetter("counted")
arguments = [len, []]
thing = getattr(shelf, name)
results = []

for n in range(size):
    results.append(burn(n))
    thing.count

for n in range(size):
    results.append(burn(n))
    thing.count = n

for n in range(size):
    results.append(burn(n))
    del thing.count

for n in range(size):
    results.append(burn(n))
    thing[0]

for n in range(size):
    results.append(burn(n))
    thing[0] = n

for n in range(size):
    results.append(burn(n))
    del thing[0]

for n in range(size):
    results.append(burn(n))
    for _ in thing:
        pass

for n in range(size):
    results.append(burn(n))
    (item for item in thing)

for n in range(size):
    results.append(burn(n))
    with thing:
        pass

for n in range(size):
    results.append(burn(n))
    thing + n

for n in range(size):
    results.append(burn(n))
    thing()

for n in range(size):
    results.append(burn(n))
    str(thing)

for n in range(size):
    results.append(burn(n))
    if n < 0:
        heapq.heappush(thing, n)

for n in range(size):
    results.append(burn(n))
    getattr(shelf, name)

for n in range(size):
    results.append(burn(n))
    if n < 0:
        missing

for n in range(size):
    results.append(burn(n))
    if n < 0:
        pattern[0]

for n in range(size):
    results.append(burn(n))
    if n < 0:
        pattern[0] = n

for n in range(size):
    results.append(burn(n))
    if n < 0:
        list(pattern)

for n in range(size):
    results.append(burn(n))
    if n < 0:
        pattern + n

for n in range(size):
    results.append(burn(n))
    if n < 0:
        with pattern:
            pass

for n in range(size):
    results.append(burn(n))
    if n < 0:
        re.Pattern(n)

for n in range(size):
    results.append(burn(n))
    collections.namedtuple("Pair", fields)

for n in range(size):
    results.append(burn(n))
    functools.partial(*arguments)

for n in range(size):
    results.append(burn(n))
    Point.x

for n in range(size):
    results.append(burn(n))
    Colour.__members__

for n in range(size):
    results.append(burn(n))
    burn.__code__

for n in range(size):
    results.append(burn(n))
    getter.__dict__

for n in range(size):
    results.append(burn(n))
    Strange(n)

for n in range(size):
    results.append(burn(n))
    Strange.made

for n in range(size):
    results.append(burn(n))
    table(n)

for n in range(size):
    results.append(burn(n))
    counted(getter)

for n in range(size):
    results.append(burn(n))
    counted(point)

for n in range(size):
    results.append(burn(n))
    if n < 0:
        later()

for n in range(size):
    results.append(burn(n))
    import bisect

print(len(results), results[-1])
