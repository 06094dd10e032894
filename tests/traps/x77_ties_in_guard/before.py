import sys


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return float("nan") if n % 11 == 5 else value % 7


size = int(sys.argv[1]) if len(sys.argv) > 1 else 50
first = last = low = None
best = worst = -1.0
lowest = float("inf")
for n in range(size):
    value = burn(n)
    if value > best:
        best, first = value, n
    if value >= worst:
        worst, last = value, n
    if not value >= lowest:
        lowest, low = value, n
print(best, first, worst, last, lowest, low)
