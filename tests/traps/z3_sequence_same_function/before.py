import sys


def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 60
MODE = sys.argv[2] if len(sys.argv) > 2 else ""


def a(k):
    t = 0
    for n in range(1, SIZE):
        t += steps(n)
    return (t, k) if MODE != "x" or k != 2 else (t,)


def main():
    x, y = a(1)
    print(x, y)
    z, w = a(2)
    print(z, w)


try:
    main()
except ValueError as e:
    print("caught", e)
