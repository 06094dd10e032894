import sys
from decimal import Decimal, getcontext


def root(n):
    value = Decimal(n)
    for _ in range(40):
        value = (value + Decimal(n) / value) / 2
    return value


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    getcontext().prec = 50
    roots = []
    for n in range(2, size):
        roots.append(root(n))
    print(repr(roots[0]), repr(sum(roots)))


if __name__ == "__main__":
    main()
