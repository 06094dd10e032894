import sys
import warnings


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    if value % 4 == 1:
        warnings.warn("value has rest 1", stacklevel=1)
    return value


warnings.simplefilter("default")
size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = [burn(n) for n in range(size)]
print(results[:2])
