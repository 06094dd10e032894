import sys


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
out = []
front = []
for n in range(size):
    value = burn(n)
    out[len(out):] = [value]
    front[:0] = [value % 10]
    front.insert(2, n)
print(out[-2:], front[:6])
