import sys

compared = [0]

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


class Rank:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        compared[0] += 1
        return self.value < other.value

    def __gt__(self, other):
        compared[0] += 1
        return self.value > other.value


def rank(n):
    return Rank((burn(n) + compared[0] * 7) % 11)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
print(max(range(size), key=rank), compared)
