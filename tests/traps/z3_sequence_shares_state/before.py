import sys

seen = []

def burn(n):
    value = n
    for _ in range(40000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def first(n):
    for k in range(3):
        n = burn(n + k)
    if len(sys.argv) > 2:
        seen.append(n)
    return n


def second(n):
    for k in range(3):
        n = burn(n + k + sum(seen))
    return n


def main(size):
    a = first(size)
    b = second(size)
    print(a, b)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
