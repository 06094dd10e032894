import sys


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
a = [1] * size
for i in range(1, size):
    a[i] = burn(a[i - 1])
print(a[-3:])
