import sys

asked = []


def wanted(n):
    asked.append(n)
    return len(asked) % 3 > 0


def work(n):
    return sum(n * k % 13 for k in range(200))


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    total = 0.0
    for n in range(count):
        if not wanted(n):
            continue
        total += work(n) / 7
    print(repr(total), len(asked))


main()
