import sys


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    results = [burn(n) for n in range(size)]
    best = None
    for value in results:
        if best is None or value > best:
            best = value
    print(results[:2], best)


if __name__ == "__main__":
    main()
