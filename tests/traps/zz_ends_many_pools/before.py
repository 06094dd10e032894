import sys


def work(n):
    total = 0
    for k in range(300):
        total += k * n % 7
    return total


FAILS = int(sys.argv[1]) if len(sys.argv) > 1 else 0


def first(start):
    for n in range(start, start + 30):
        found = work(n)
        if found % 3 == FAILS % 3:
            return found
    return None


def sums(start):
    return [work(n) for n in range(start, start + 6)]


def main():
    for start in range(12):
        print(first(start), sums(start))


main()
