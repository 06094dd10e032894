import sys

step = 1


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + step) % 2147483648
    return n


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = []
for n in range(size):
    value = burn(n)
    step = value % 13
    results.append(value)
print(results[-3:], step)
