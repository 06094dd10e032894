import random
import sys


def simulate():
    value = random.randrange(1_000)
    for _ in range(2_000):
        value = (value * 1103515245 + random.randrange(5)) % 2147483648
    return value


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    random.seed(7)
    results = []
    for _ in range(size):
        results.append(simulate())
    print(repr(results[:3]), random.random())


if __name__ == "__main__":
    main()
