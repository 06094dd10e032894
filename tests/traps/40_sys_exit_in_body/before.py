import atexit
import sys


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def main():
    atexit.register(print, "bye")
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    for n in range(size):
        value = burn(n)
        if n == 22:
            sys.exit(2)
        print(n, value)


if __name__ == "__main__":
    main()
