import sys

def burn(n):
    for _ in range(10_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n

limit = int(sys.argv[1]) if len(sys.argv) > 1 else 30
numbers = iter(range(200))
for n in numbers:
    if burn(n) % 7 == 0 and n > limit:
        break
print(n, next(numbers, None), sum(numbers))
