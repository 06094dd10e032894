import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9


def work(n):
    while n == 20:
        pass
    return sum(k * n % 7 for k in range(2000))


def first_of(values):
    for value in values:
        return value


print(first_of(map(work, range(count))))
