import sys


def burn(n):
    value = n
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return [value]


size = int(sys.argv[1]) if len(sys.argv) > 1 else 4
results = []
for n in range(size):
    results.append(burn(n))
seen = {id(result) for result in results}
print(len(seen), results[-1])
