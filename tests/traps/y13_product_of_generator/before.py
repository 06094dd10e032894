import sys
import itertools


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value % 97


def numbers(count):
    for n in range(count):
        print("made", n)
        yield n


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
total = 0
for a, b in itertools.product(range(2), numbers(size // 2)):
    total += burn(a * b)
    print("used", a, b)
for a in itertools.chain(numbers(3), range(3)):
    print("then", burn(a))
print(total)
