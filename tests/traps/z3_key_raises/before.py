import sys

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def weight(n):
    if burn(n) % 13 == 4:
        raise ValueError("no weight for %d" % n)
    return burn(n) % 9


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
numbers = [n * 7 % 31 for n in range(size)]
try:
    numbers.sort(key=weight)
except ValueError as error:
    if len(sys.argv) < 3:
        print(numbers)
        raise
    print(error)
print(numbers)
