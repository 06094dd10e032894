import sys

log = []


class Key:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        log.append((self.n, other.n))
        return self.n == other.n

    def __hash__(self):
        return self.n % 4


def burn(n, keys):
    value = n
    for _ in range(10_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value % 9 if Key(n) in keys else value


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    keys = {Key(n): n for n in range(10)}
    results = [burn(n, keys) for n in range(size)]
    print(results[:3], len(log), log[-2:])


if __name__ == "__main__":
    main()
