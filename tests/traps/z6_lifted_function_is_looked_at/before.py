import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


def outer(n):
    def weigh(x):
        return slow(x) % 9 + (len(weigh.__qualname__) if x > 30 else 0)

    return [weigh(x) for x in range(n)]


made = []


def collect(n):
    def heavy(x):
        return slow(x) % 7

    made.append(heavy)
    return [heavy(x) for x in range(n)]


n = int(sys.argv[1])
print(outer(n), collect(n), collect(3), made[0] is made[1])
