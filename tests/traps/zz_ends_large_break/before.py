import sys


def large(n):
    return [n] * 100000


FAILS = int(sys.argv[1]) if len(sys.argv) > 1 else 0


def main():
    for n in range(60):
        rows = large(n)
        print(n, len(rows))
        if n == FAILS:
            break


main()
