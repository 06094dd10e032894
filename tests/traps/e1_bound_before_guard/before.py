import sys


def work(n):
    return sum(n * k % 13 for k in range(200))


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    for line in ["%d " % n if n % 3 else " " for n in range(count)]:
        value = line.strip()
        if not value:
            continue
        value = work(int(value))
        print(value)
    for line in ["%d " % n if n % 3 else " " for n in range(count)]:
        value = line.strip()
        if not value:
            print("empty", repr(value))
            continue
        for k in range(3):
            rest = k
        value = (work(int(value)), rest)
        print(value)


main()
