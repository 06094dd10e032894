import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Bag:
    def __iter__(self):
        return iter([1, 2])

    def __len__(self):
        log.append("len")
        return 2


def work(n):
    return burn(n + len(list(iter(Bag()))) + sum(list(Bag())))


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], len(log))
