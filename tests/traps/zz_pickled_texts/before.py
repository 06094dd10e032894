import pickle
import sys

LABEL = ("label", 1)


def digest(n):
    total = 0
    for i in range(3000):
        total += (i * n) % 7
    return total


def labelled(n):
    return "a rather long label", digest(n)


def pair(n):
    return LABEL if n % 2 else (n, digest(n))


def written(row):
    return len(pickle.dumps((row, LABEL))) + digest(row[1])


def main():
    size = int(sys.argv[1])
    rows = []
    for n in range(size):
        rows.append(labelled(n))
    pairs = [pair(n) for n in range(size)]
    sizes = [written(row) for row in [LABEL, ("other", 2)] * size]
    numbers = [(n, digest(n)) for n in range(size)]
    print(sum(total for _, total in rows), len(pairs), sizes[:3], numbers[-1:])
    if len(sys.argv) > 2:
        print(len(pickle.dumps(rows)), len(pickle.dumps(pairs)), len(pickle.dumps(numbers)))


main()
