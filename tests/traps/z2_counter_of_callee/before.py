import sys

i = 0


def burn(n):
    for _ in range(10_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n + i


def rewind(value):
    global i
    if value % 20 == 7 and i > 2:
        i -= 2


size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
total = 0
steps = 0
while i < size and steps < 500:
    value = burn(i)
    total += value
    rewind(value)
    steps += 1
    i += 1
print(i, total, steps)
