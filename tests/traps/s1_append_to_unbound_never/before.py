import sys


def work(n):
    return sum(k * n % 7 for k in range(2000))


def main(count):
    if count:
        out = []
    for n in range(count):
        out.append(work(n))
    print("done")
    if count:
        print(out)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
