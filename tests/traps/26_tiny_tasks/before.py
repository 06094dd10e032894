import sys


def half(n):
    return n // 2


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    halves = []
    for n in range(size):
        halves.append(half(n))
    print(sum(halves), halves[-1])


if __name__ == "__main__":
    main()
