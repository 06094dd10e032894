import sys


class Rejected(Exception):
    def __init__(self, number, why):
        super().__init__("rejected")
        self.number = number
        self.why = why


def check(n, bad):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    if n == bad:
        raise Rejected(n, f"value {value}")
    return value


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    bad = int(sys.argv[2]) if len(sys.argv) > 2 else 30
    results = []
    try:
        for n in range(size):
            results.append(check(n, bad))
    except Rejected as error:
        print(type(error).__name__, error.args, error.number, error.why)
    print(len(results), repr(results[-2:]))


if __name__ == "__main__":
    main()
