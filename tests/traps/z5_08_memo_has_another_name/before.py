import sys

kept = {}
tables = [kept]


def digits(n):
    if n in kept:
        return kept[n]
    total = 0
    for _ in range(500):
        total = sum(map(int, str(n)))
    kept[n] = total
    return total


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    out = []
    for i in range(size):
        out.append(digits(i % 17))
    print(sum(out), sorted(tables[0]))


main()
