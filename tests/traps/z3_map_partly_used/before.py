import sys

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def work(n):
    if n == 7:
        raise ValueError(n)
    return burn(n) % 100


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
results = map(work, range(size))
print(next(results), next(results))
try:
    print(list(results))
except ValueError as error:
    print("failed", error)
print(list(results))
