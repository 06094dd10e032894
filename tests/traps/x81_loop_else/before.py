import sys


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
for n in range(size):
    value = burn(n)
    print(n, value)
else:
    print("all done", n, value)
