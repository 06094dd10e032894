import sys


def burn(item):
    value = item["n"]
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    item["value"] = value
    return value % 10


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    items = [{"n": n} for n in range(size)]
    digits = [burn(item) for item in items]
    print(digits, items[-1])


if __name__ == "__main__":
    main()
