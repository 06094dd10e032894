import sys

COUNTS = {"compared": 0, "tested": 0}


class Key:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        COUNTS["compared"] += 1
        return self.n < other.n

    def __gt__(self, other):
        COUNTS["compared"] += 1
        return self.n > other.n

    def __bool__(self):
        COUNTS["tested"] += 1
        return self.n % 2 == 0


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def ranked(n):
    return burn(n), sorted([3, 1, 2], key=lambda item: Key(item))


def largest(n):
    return burn(n), max([3, 1, 2], key=Key)


def smallest(n):
    return burn(n), min([3, 1, 2], key=lambda item: (0, Key(item)))


def in_place(n):
    items = [3, 1, 2]
    items.sort(key=Key)
    return burn(n), items


def kept(n):
    return burn(n), list(filter(Key, [1, 2, 3]))


size = int(sys.argv[1]) if len(sys.argv) > 1 else 10
print([ranked(n) for n in range(size)][-1], COUNTS)
print([largest(n) for n in range(size)][-1], COUNTS)
print([smallest(n) for n in range(size)][-1], COUNTS)
print([in_place(n) for n in range(size)][-1], COUNTS)
print([kept(n) for n in range(size)][-1], COUNTS)
