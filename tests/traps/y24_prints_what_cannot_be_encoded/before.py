import sys


def work(n):
    total = 0
    for k in range(1, 200):
        total += n // k
    try:
        print("a", n, "\udc80" if n % 7 == 6 else "b", "c")
    except UnicodeEncodeError as error:
        print(error)
    return total


def main():
    out = []
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    for n in range(count):
        out.append(work(n))
    print(len(out), sum(out))


main()
