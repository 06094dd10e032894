import sys


class Interned(type):
    cache = {}

    def __call__(cls, key):
        if key not in cls.cache:
            cls.cache[key] = super().__call__(key)
        return cls.cache[key]


class Symbol(metaclass=Interned):
    def __init__(self, key):
        self.key = key


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return Symbol(value % 5)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
symbols = []
for n in range(size):
    symbols.append(burn(n))
print(len({id(symbol) for symbol in symbols}), sorted(Interned.cache))
