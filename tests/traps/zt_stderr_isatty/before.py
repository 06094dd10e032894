import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9


def check(number):
    if number % 3 == 0:
        print("third", number, sys.stderr.isatty(), sys.stderr.name, file=sys.stderr)
    return sum(k * number % 7 for k in range(3000))


def main():
    for number in range(count):
        print(number, check(number))


if __name__ == "__main__":
    main()
