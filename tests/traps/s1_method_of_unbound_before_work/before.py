import sys


def f(x):
    print("work", x)
    return sum(k * x % 7 for k in range(2000))


def main(n):
    if n > 3:
        out = []
    for x in range(n):
        out.append(f(x))
    print(out)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
