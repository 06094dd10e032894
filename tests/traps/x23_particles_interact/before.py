import sys


class Cell:
    def __init__(self, n):
        self.n = n


def advance(cells, at):
    value = cells[at - 1].n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    cells[at].n = value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
cells = list(map(Cell, range(size)))
for at in range(size):
    advance(cells, at)
print(cells[-1].n, cells[size // 2].n)
