import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


class Store:
    def __init__(self):
        self.__seen = []

    def count(self):
        return len(self.__seen)


store = Store()


def work(n):
    store._Store__seen.append(n)
    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], store.count())
