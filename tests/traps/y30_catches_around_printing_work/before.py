import sys


def work(n):
    total = 0
    for k in range(1, 200):
        total += n // k
    print("begin", n)
    total += 100 // (n - 33)
    print("end", n)
    return total


def main():
    out = []
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    for n in range(count):
        try:
            out.append(work(n))
        except ZeroDivisionError as error:
            print("caught", error)
            break
    print(len(out), sum(out))


main()
