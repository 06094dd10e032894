import sys


def burn(n):
    value = 1_000 // n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
numbers = [n % 5 for n in range(size * 2)]
values = [burn(n) for n in numbers if n]
total = sum(burn(n) for n in numbers if n != 0)
print(values[:3], total)
