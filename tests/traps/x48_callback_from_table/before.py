import sys

trail = []


def slow(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def traced(n):
    value = slow(n)
    trail.append(value % 10)
    return value


ACTIONS = {"slow": slow, "traced": traced}
size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
jobs = [("traced" if n % 6 == 5 else "slow", n) for n in range(size)]
results = []
for action, n in jobs:
    results.append(ACTIONS[action](n))
print(results[:2], trail)
