import random
import sys


def simulate(n):
    source = random.Random(n)
    value = n
    for _ in range(2_000):
        value = (value * 1103515245 + source.randrange(5)) % 2147483648
    return value


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    results = []
    for n in range(size):
        results.append(simulate(n))
    print(repr(results[:3]), sum(results))


if __name__ == "__main__":
    main()
