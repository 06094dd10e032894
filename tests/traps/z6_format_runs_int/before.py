import sys

LOG = []


class Amount:
    def __init__(self, n):
        self.n = n

    def __int__(self):
        LOG.append(("int", self.n))
        return self.n

    def __float__(self):
        LOG.append(("float", self.n))
        return self.n / 2

    def __index__(self):
        LOG.append(("index", self.n))
        return self.n


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def work(n):
    amount = Amount(n % 7)
    text = "%d" % amount + "%.1f|%x" % (amount, amount)
    return burn(n), text


size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
results = []
for n in range(size):
    results.append(work(n))
print(results[-2:], len(LOG), LOG[:4])
