import sys


def check(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    if n > 30:
        raise RuntimeError(f"item {n} must not be checked")
    return n < 25


size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
ok = True
for n in range(size):
    ok = ok and check(n)
print(ok)
