import collections
import sys
import types


class Rate:
    factor = 1

    def __init__(self):
        self.total = 1

    def __neg__(self):
        return 1

    def other(self):
        return 2


class Place(collections.namedtuple("Place", "x y")):
    scale = 1


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


rate = Rate()
place = Place(1, 2)
space = types.SimpleNamespace(n=1)
rows = [1]
queue = collections.deque([1])
counts = collections.Counter("a")


def by_field(n):
    return burn(n) + rate.total


def by_class_field(n):
    return burn(n) + rate.factor


def by_class(n):
    return burn(n) + Rate.factor


def by_method(n):
    return burn(n) + -rate


def by_tuple_class(n):
    return burn(n) + place.scale


def by_namespace(n):
    return burn(n) + space.n


def by_iteration(n):
    total = burn(n)
    for row in rows:
        total += row
    return total


def by_text(n):
    return burn(n) + len(f"{rows}")


def by_sum(n):
    return burn(n) + len(rows + [n])


def by_queue(n):
    total = burn(n)
    for row in queue:
        total += row
    return total


def by_counts(n):
    return burn(n) + len([letter for letter in counts])


def by_reversed(n):
    return burn(n) + sum(backwards)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 8
results = []

for n in range(size):
    results.append(by_field(n))
    rate.total = n

for n in range(size):
    results.append(by_class_field(n))
    Rate.factor = n

for n in range(size):
    results.append(by_class(n))
    Rate.factor = n + 1

for n in range(size):
    results.append(by_method(n))
    Rate.__neg__ = Rate.other

for n in range(size):
    results.append(by_tuple_class(n))
    Place.scale = n

for n in range(size):
    results.append(by_namespace(n))
    space.n = n

for n in range(size):
    results.append(by_iteration(n))
    rows.append(n)

for n in range(size):
    results.append(by_text(n))
    rows.append(n)

for n in range(size):
    results.append(by_sum(n))
    rows.append(n)

for n in range(size):
    results.append(by_queue(n))
    queue.append(n)

for n in range(size):
    results.append(by_counts(n))
    counts[n] = 1

backwards = map(abs, rows)
for n in range(size):
    results.append(by_reversed(n))
    backwards = map(abs, rows)

print(results)
