import sys


class Card:
    def __init__(self, n, rank):
        self.n = n
        self.rank = rank

    def __lt__(self, other):
        return self.rank < other.rank

    def __gt__(self, other):
        return self.rank > other.rank


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value % 5


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
top = max(Card(n, burn(n)) for n in range(size))
bottom = min(Card(n, burn(n)) for n in range(size))
strange = max(float("nan") if n % 9 == 4 else float(burn(n)) for n in range(size))
print(top.n, bottom.n, strange)
