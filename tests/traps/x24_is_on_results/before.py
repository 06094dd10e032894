import sys


class Colour:
    def __init__(self, name):
        self.name = name


PALETTE = [Colour(name) for name in ("red", "green", "blue")]


def pick(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return PALETTE[value % 3]


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
picked = [pick(n) for n in range(size)]
print([sum(1 for c in picked if c is colour) for colour in PALETTE])
