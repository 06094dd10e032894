import sys
from collections import namedtuple


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value % 97


Entry = namedtuple("Entry", "number log", defaults=([],))


def note(n):
    entry = Entry(n)
    entry.log.append(burn(n))
    return len(entry.log)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
counts = []
for n in range(size):
    counts.append(note(n))
print(counts)
