"""A class attribute that only an option changes."""
import sys


class Settings:
    step = 1


def burn(n):
    for _ in range(5_000):
        n = (n * 1103515245 + Settings.step) % 2147483648
    return n


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    if "--fast" in sys.argv:
        Settings.step = 7
    results = []
    for n in range(size):
        results.append(burn(n))
    print(repr(results[:3]), sum(results))


if __name__ == "__main__":
    main()
