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
        log.append(self.n)
        return self.n

    def __eq__(self, other):
        return self.n == other.n


def work(n):
    table = dict.fromkeys([1, 2])
    try:
        del table[Key(n)]
    except Exception:
        pass
    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], log)
