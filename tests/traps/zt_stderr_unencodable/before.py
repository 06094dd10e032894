import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9


def check(number):
    print("item \u2603 \ud83d \\u2603", number, file=sys.stderr, end="\r\n")
    sys.stderr.writelines(["a", "\n", "b\r", "c"])
    return sum(k * number % 7 for k in range(3000))


def main():
    for number in range(count):
        print(number, check(number))


if __name__ == "__main__":
    main()
