import sys

SCALE = 1


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + SCALE) % 2147483648
    return n


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    SCALE = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    results = [burn(n) for n in range(size)]
    print(repr(results[:3]), sum(results))
