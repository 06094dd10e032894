import sys

MISSING = object()


def find(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return MISSING if value % 3 == 0 else value


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    results = [find(n) for n in range(size)]
    print([n for n, value in enumerate(results) if value is MISSING])


if __name__ == "__main__":
    main()
