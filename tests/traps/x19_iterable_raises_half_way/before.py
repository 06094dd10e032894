import sys


def numbers(count):
    for n in range(count):
        if n == 25:
            raise OSError("the source broke off")
        yield n


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    try:
        for n in numbers(size):
            value = burn(n)
            print(n, value)
    except OSError as error:
        print("stopped:", error)


if __name__ == "__main__":
    main()
