import sys


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value % 97


def sum(values):
    total = 0
    for value in values:
        total += value
        if total > 900:
            break
        print("so far", total)
    return total


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
print(sum(burn(n) for n in range(size)))
