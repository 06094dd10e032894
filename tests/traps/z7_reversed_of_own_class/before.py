import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Bag:
    def __reversed__(self):
        log.append("reversed")
        return iter([2, 1])


def work(n):
    reversed(Bag())
    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], len(log))
