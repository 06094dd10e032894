import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Key:
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 1 if len(sys.argv) > 2 else self.n

    def __eq__(self, other):
        log.append((self.n, other.n))
        return self.n == other.n


def work(n):
    table = {Key(n): 1, Key(n + 1): 2}
    return burn(n) + len(table)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], len(log))
