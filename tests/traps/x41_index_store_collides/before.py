import sys


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
slots = [0] * 8
for n in range(size):
    value = burn(n)
    slots[value % 8] = slots[value % 8] * 10 % 100_000 + n
print(slots)
