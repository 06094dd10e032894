import sys


class Feed:
    def __init__(self, size):
        self.size = size
        self.taken = 0

    def __len__(self):
        return self.size * 2

    def __iter__(self):
        return self

    def __next__(self):
        if self.taken == self.size:
            raise StopIteration
        self.taken += 1
        return self.taken


def burn(n, feed):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value, feed.taken


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
feed = Feed(size)
results = []
for n in feed:
    results.append(burn(n, feed))
print(results[-2:], feed.taken)
