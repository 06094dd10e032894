import math
import sys


def term(k):
    value = 0.0
    for i in range(1, 2_000):
        value += math.sin(k * i) / i
    return value * 10.0 ** (k % 13 - 6)


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    total = 0.0
    for k in range(size):
        total += term(k)
    print(repr(total), repr(sum(term(k) for k in range(size))))


if __name__ == "__main__":
    main()
