import sys

visited = []


def note(n):
    visited.append(n)


def prepare(n):
    note(n * 2)
    return n + 1


def burn(n):
    n = prepare(n)
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    results = [burn(n) for n in range(size)]
    print(repr(results[:3]), visited)


if __name__ == "__main__":
    main()
