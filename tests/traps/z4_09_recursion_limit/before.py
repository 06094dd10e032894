"""A limit of the process that a new process does not have."""
import sys

sys.setrecursionlimit(5_000)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    values = []
    for n in range(size):
        values.append(depth(n * 30 % 3_000))
    print(repr(values[-3:]), sum(values))


if __name__ == "__main__":
    main()
