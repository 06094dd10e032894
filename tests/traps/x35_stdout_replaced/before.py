import io
import sys


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    print("item", n)
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
real, sys.stdout = sys.stdout, io.StringIO()
results = []
for n in range(size):
    results.append(burn(n))
captured, sys.stdout = sys.stdout, real
print(results[:2], repr(captured.getvalue()[-16:]))
