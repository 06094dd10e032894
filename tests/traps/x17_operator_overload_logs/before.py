import sys

additions = []


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, other):
        additions.append(self.cents % 10)
        return Money((self.cents * 31 + other.cents) % 1_000_003)


def burn(n):
    money = Money(n)
    one = Money(1)
    for _ in range(500):
        money = money + one
    return money.cents


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = [burn(n) for n in range(size)]
print(results[:2], len(additions))
