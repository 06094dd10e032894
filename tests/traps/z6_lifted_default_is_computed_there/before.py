import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


limit = 3


def outer(rows, bound):
    limit = bound

    def weigh(x, limit=limit):
        return slow(x) % limit

    def noted(x, seen=[]):
        return slow(x) + len(seen)

    kept = (lambda x, limit=limit: slow(x) % limit)

    weighed = [weigh(x) for x in rows]
    notes = [noted(x) for x in rows]
    return weighed, notes, [kept(x) for x in rows]


rows = list(range(int(sys.argv[1])))
print(outer(rows, 3 if len(rows) == 20 else 4))
