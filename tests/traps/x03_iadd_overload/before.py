import sys


class Total:
    def __init__(self):
        self.value = 0
        self.history = []

    def __iadd__(self, other):
        self.value = (self.value * 3 + other) % 1_000_003
        self.history.append(other % 10)
        return self


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
total = Total()
for n in range(size):
    total += burn(n)
print(total.value, total.history)
