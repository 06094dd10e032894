import sys

def burn(n):
    for _ in range(10_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n

step = 1
size = float(sys.argv[1]) if len(sys.argv) > 1 else 20
values = []
x = 0
while x < size:
    values.append(burn(int(x)) + x)
    x += step
print(repr(x), repr(values[-2:]))
