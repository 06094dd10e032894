import sys

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def numbers():
    n = 0
    while True:
        yield n
        n += 1


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
table = list(range(size))
total = 0
try:
    for n in numbers():
        total += burn(table[n]) % 1000
except IndexError:
    print("end", total)
