import functools
import sys


@functools.lru_cache(maxsize=None)
def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    results = [burn(n % 45) for n in range(size)]
    print(results[:3], burn.cache_info())


if __name__ == "__main__":
    main()
