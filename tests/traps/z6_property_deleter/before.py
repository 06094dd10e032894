import sys

DROPPED = []


class Cache:
    def __init__(self, n):
        self.n = n

    @property
    def value(self):
        return self.n * 2

    @value.deleter
    def value(self):
        DROPPED.append(self.n)


def work(n):
    cache = Cache(n)
    total = cache.value
    for _ in range(20_000):
        total = (total * 1103515245 + 12345) % 2147483648
    del cache.value
    return total


size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
results = []
for n in range(size):
    results.append(work(n))
print(results[-2:], DROPPED)
