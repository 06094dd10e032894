import sys


class Base:
    def __init__(self):
        self.calls = 0

    def run(self, n):
        self.calls += 1
        return n + self.calls


class Fast(Base):
    def run(self, n):
        value = super().run(n)
        for _ in range(20_000):
            value = (value * 1103515245 + 12345) % 2147483648
        return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
fast = Fast()
results = []
for n in range(size):
    results.append(fast.run(n))
print(results[-2:], fast.calls)
