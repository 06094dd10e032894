import sys


def work(n):
    print("work", n)
    return sum(k * n % 7 for k in range(2000))


def main(count):
    groups = {k: [] for k in range(min(count, 10))}
    for n in range(count):
        groups[n].append(work(n))
    print(groups)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
