import sys


def burn(n):
    print("start", n)
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    print("end", n, file=sys.stderr if n % 5 == 0 else sys.stdout)
    return value


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    for n in range(size):
        value = burn(n)
        print("->", value)


if __name__ == "__main__":
    main()
