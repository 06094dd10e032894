import sys


def burn(n, bag):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    bag += [value % 10]
    return value


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    bag = []
    results = [burn(n, bag) for n in range(size)]
    print(results[:2], bag)


if __name__ == "__main__":
    main()
