import sys

bad = int(sys.argv[2]) if len(sys.argv) > 2 else 0

def burn(n):
    value = n
    for _ in range(40000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def work(n):
    if n == bad:
        raise ValueError("no work for %d" % n)
    for k in range(3):
        n = burn(n + k)
    return n


def main():
    a = b = c = None
    try:
        a = work(1)
        print("one", a)
        b = work(2)
        print("two", b)
        c = work(3)
        print("three", c)
    except ValueError as error:
        print(error)
    print(a, b, c)


main()
work(3)
