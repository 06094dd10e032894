import sys

size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
table = {n: n * 7 % 10_007 for n in range(100_000)}


def lookup(start, table):
    key = start
    for _ in range(10_000):
        key = (table[key] * 31 + start) % 100_000
    return key


def main():
    results = []
    for n in range(size):
        results.append(lookup(n, table))
    print(results[:5], sum(results))


main()
