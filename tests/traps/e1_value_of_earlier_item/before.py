import sys


def work(n):
    return sum(n * k % 13 for k in range(200))


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    value = "none yet"
    for n in range(count):
        if n % 4 == 0:
            print("still", value)
            continue
        value = work(n)
        print(n, value)
    for n in range(count):
        if n % 3:
            first, *others = divmod(work(n), 10)
        else:
            print(n, "three")
    print(value, first, others)
    last = None
    for n in range(count):
        if n % 5 == 1:
            last = work(n)
    print(last)


main()
