import sys
import traceback


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    if n == 30:
        raise ValueError("thirty")
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 10
results = []
try:
    for n in range(size):
        results.append(burn(n))
except ValueError as error:
    names = [frame.name for frame in traceback.extract_tb(error.__traceback__)]
    print(names, error.__cause__, error.__context__)
print(len(results))
