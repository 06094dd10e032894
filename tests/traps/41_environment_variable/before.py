import sys

VERBOSE = sys.argv[2:] == ["verbose"]


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    if VERBOSE:
        print("item", n, "->", value)
    return value


def main():
    size = int(sys.argv[1])
    total = 0
    for n in range(size):
        total += burn(n)
    print("total", total)


if __name__ == "__main__":
    main()
