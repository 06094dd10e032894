import io
import sys


def burn(n, out):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    out.write(f"{value % 100},")
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
out = io.StringIO()
total = 0
for n in range(size):
    total += burn(n, out)
print(total, out.getvalue())
