import sys


class Stats:
    def __init__(self):
        self.calls = 0


def count(stats):
    stats.calls += 1


def burn(n, stats):
    count(stats)
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    stats = Stats()
    results = []
    for n in range(size):
        results.append(burn(n, stats))
    print(repr(results[:3]), stats.calls)


if __name__ == "__main__":
    main()
