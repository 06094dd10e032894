import sys

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


bad = int(sys.argv[2]) if len(sys.argv) > 2 else -1


def work(n):
    if n == bad:
        raise ValueError(n)
    return burn(n) % 100


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
found = []
try:
    found.extend(map(work, range(size)))
except ValueError:
    print("failed")
print(found)
