import sys

tally = []


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    exec("tally.append(value % 10)", globals(), {"value": value})
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = [burn(n) for n in range(size)]
print(results[:2], tally)
