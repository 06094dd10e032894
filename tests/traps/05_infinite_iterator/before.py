import itertools
import sys


def burn(n):
    for _ in range(10_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def main():
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    found = []
    for n in itertools.count(1):
        value = burn(n)
        if value % 3 == 0:
            found.append((n, value))
        if len(found) == wanted:
            break
    print(repr(found[-3:]), n)


if __name__ == "__main__":
    main()
