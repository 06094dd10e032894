import sys

trace = []


def burn(n):
    value = n
    try:
        for _ in range(20_000):
            value = (value * 1103515245 + 12345) % 2147483648
        if n % 9 == 4:
            raise KeyError(n)
        return value
    finally:
        trace.append(value % 10)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = []
for n in range(size):
    try:
        results.append(burn(n))
    except KeyError as error:
        results.append(repr(error))
print(results[3:6], trace)
