import sys
from functools import reduce

table = [3, 5, 7]

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def work(n):
    return burn(n) % table[n % 3]


def fold(total, value):
    if len(sys.argv) > 2 and value == 2:
        table[value] = total % 9 + 2
    return total + value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
print(reduce(fold, map(work, range(size))), table)
