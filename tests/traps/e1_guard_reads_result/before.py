import sys


def work(n):
    return sum(n * k % 13 for k in range(200))


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    best = 0
    for n in range(count):
        if best > 1200 and n % 2:
            continue
        value = work(n)
        if value > best:
            best = value
            print(n, best)


main()
