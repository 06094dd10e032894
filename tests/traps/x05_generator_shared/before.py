import sys


def tickets():
    number = 100
    while True:
        number += 7
        yield number


source = tickets()


def burn(n):
    ticket = next(source)
    for _ in range(20_000):
        n = (n * 1103515245 + ticket) % 2147483648
    return ticket, n


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = [burn(n) for n in range(size)]
print(results[-2:], next(source))
