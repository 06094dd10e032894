import sys
from concurrent.futures import ThreadPoolExecutor


def part(n):
    for _ in range(4_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def burn(n):
    with ThreadPoolExecutor(2) as pool:
        return sum(pool.map(part, range(n, n + 4)))


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    results = [burn(n) for n in range(size)]
    print(results[:3], sum(results))


if __name__ == "__main__":
    main()
