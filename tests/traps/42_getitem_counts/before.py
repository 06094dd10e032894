import sys


class Table:
    def __init__(self, values):
        self.values = values
        self.lookups = 0

    def __getitem__(self, key):
        self.lookups += 1
        return self.values[key] + self.lookups % 3


def burn(n, table):
    for k in range(2_000):
        n = (n * 31 + table[k % 50]) % 65_521
    return n


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    table = Table([k * k % 23 for k in range(50)])
    results = []
    for n in range(size):
        results.append(burn(n, table))
    print(results, table.lookups)


if __name__ == "__main__":
    main()
