import sys
from fractions import Fraction


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    if n == 12:
        return Fraction(value, 3)
    if n == 20:
        return 0.1
    return value % 2 == 0 if n < 5 else value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
total = -0.0
counted = False
mixed = 0
for n in range(size):
    value = burn(n)
    if n == 7:
        print(repr(total), repr(mixed))
    total += 0 * value
    mixed += value
print(repr(total), repr(counted), repr(mixed))
