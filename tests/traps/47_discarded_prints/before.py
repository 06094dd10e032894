import sys


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    print("item", n, "is", value)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
for n in range(size):
    burn(n)
