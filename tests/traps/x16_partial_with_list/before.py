import functools
import sys


def burn(bag, n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    bag.append(n % 10)
    return n + len(bag)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
bag = []
work = functools.partial(burn, bag)
results = []
for n in range(size):
    results.append(work(n))
print(results[-2:], bag)
