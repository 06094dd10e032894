import sys


log = []


def work(n):
    print("work", n)
    return sum(k * n % 7 for k in range(2000))


def main(count):
    for n in range(count):
        store(work(n))
    print("end", log)


if len(sys.argv) > 2:
    main(3)


def store(n):
    log.append(n % 5)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
