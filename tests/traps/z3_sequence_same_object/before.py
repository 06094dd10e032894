import sys

table = {"sum": 0}

def burn(n):
    value = n
    for _ in range(40000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def left(n):
    for k in range(3):
        n = burn(n + k)
    return table if n else None


def right(n):
    for k in range(3):
        n = burn(n + k)
    return table if n else None


def main(size):
    a = left(size)
    b = right(size)
    a["sum"] += 1
    b["sum"] += 1
    print(a, b, table)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
