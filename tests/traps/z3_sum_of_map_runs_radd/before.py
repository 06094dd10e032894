import sys

additions = [0]

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __radd__(self, other):
        additions[0] += 1
        return Money(self.cents + (other.cents if other else 0))

    __add__ = __radd__


def price(n):
    extra = additions[0] if len(sys.argv) > 2 else 0
    return Money(burn(n) % 100 + extra)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
print(sum(map(price, range(size))).cents, additions)
