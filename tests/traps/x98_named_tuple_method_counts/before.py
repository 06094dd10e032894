import sys
from typing import NamedTuple


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value % 97


class Seen:
    total = 0


class Item(NamedTuple):
    number: int

    @property
    def value(self):
        Seen.total += 1
        return burn(self.number) + Seen.total


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
items = list(map(Item, range(size)))
values = []
for item in items:
    values.append(item.value)
print(values, Seen.total)
