import sys


def warn(n, value):
    if value % 5 == 0:
        print(f"warning: {n} gave {value}", file=sys.stderr)


def check(n, value):
    warn(n, value)
    return value % 1_000


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return check(n, value)


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    results = [burn(n) for n in range(size)]
    print(results)


if __name__ == "__main__":
    main()
