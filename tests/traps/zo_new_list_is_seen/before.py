import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


def outer(rows, n):
    new = []

    def look():
        return len(new)

    for row in rows:
        new.append(slow(row + look()))
    other = []
    peek = other
    for row in rows:
        other.append(slow(row + len(peek)))
    third = []
    view = None
    for k, row in enumerate(rows):
        if k == n:
            view = third
        third.append(slow(row + (len(view) if view is not None else 0)))
    return new + other + third

def compr(rows):
    new = []
    for row in rows:
        new.append(slow(row + sum(1 for x in new)))
    more = [len(more) if False else 1 for more in [[], []]]
    for row in rows:
        more.append(slow(row + more[-1]))
    return new, more

def main(n):
    rows = list(range(6))
    for _ in range(2):
        rows = outer(rows, n)[:8]
    print(rows, compr(rows))

main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
