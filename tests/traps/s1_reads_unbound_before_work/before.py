import sys


def f(x):
    print("work", x)
    return sum(k * x % 7 for k in range(2000))


def main(n):
    if n > 3:
        total = 0
    for x in range(n):
        total = total + f(x)
    print(total)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
