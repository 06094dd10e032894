import sys

LOG = []


class Position:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        LOG.append(self.n)
        return self.n


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def sliced(n):
    return burn(n), [1, 2, 3][Position(1):]


def stepped(n):
    return burn(n), "abcdef"[::Position(2)]


def letter(n):
    return burn(n), "abc"[Position(n % 3)]


def byte(n):
    return burn(n), b"abc"[Position(n % 3)]


def text_times(n):
    return burn(n), "ab" * Position(2)


def times_list(n):
    return burn(n), Position(2) * [n]


def indices(n):
    return burn(n), slice(Position(1)).indices(3)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 10
for work in (sliced, stepped, letter, byte, text_times, times_list, indices):
    print(work.__name__, work(1))
print([sliced(n) for n in range(size)][-1], len(LOG))
print([stepped(n) for n in range(size)][-1], len(LOG))
print([letter(n) for n in range(size)][-1], len(LOG))
print([byte(n) for n in range(size)][-1], len(LOG))
print([text_times(n) for n in range(size)][-1], len(LOG))
print([times_list(n) for n in range(size)][-1], len(LOG))
print([indices(n) for n in range(size)][-1], len(LOG))
