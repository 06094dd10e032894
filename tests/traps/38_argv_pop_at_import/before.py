import sys

size = int(sys.argv.pop(1))
step = int(sys.argv.pop())


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + step) % 2147483648
    return n


results = [burn(n) for n in range(size)]
print(results[:3], sum(results), len(sys.argv))
