import sys


def work(n):
    if n == 7:
        raise ValueError(n)
    return sum(k * n % 7 for k in range(2000))


def main(count, key):
    groups = {"a": [], "b": []}
    for n in range(count):
        groups[key].append(work(n))
    print(groups)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 9, sys.argv[2] if len(sys.argv) > 2 else "a")
