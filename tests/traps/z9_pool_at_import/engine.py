import sys


def score(n):
    value = n
    for _ in range(60):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def scores(n):
    return [score(i) for i in range(n)]


if len(sys.argv) > 1 and sys.argv[1] == "7":
    WARM = scores(3)
