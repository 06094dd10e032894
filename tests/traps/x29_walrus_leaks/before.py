import sys


def burn(k):
    for _ in range(20_000):
        k = (k * 1103515245 + 12345) % 2147483648
    return k


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
last = None
odd = [last for n in range(size) if (last := burn(n)) % 2]
print(odd[:3], last)
