import sys


def make():
    count = 0

    def burn(n):
        nonlocal count
        count += 1
        for _ in range(20_000):
            n = (n * 1103515245 + count) % 2147483648
        return n

    def counted():
        return count

    return burn, counted


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
burn, counted = make()
results = []
for n in range(size):
    results.append(burn(n))
print(results[-2:], counted())
