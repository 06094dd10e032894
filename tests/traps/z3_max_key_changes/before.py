import sys

seen = [0]


def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def weight(n):
    return burn(n) % 1000 + seen[0]


def by_last_digit(value):
    seen[0] += 1
    return value % 10


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
print(max((weight(n) for n in range(size)), key=by_last_digit), seen)
