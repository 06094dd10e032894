import sys

log = []


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


if len(sys.argv) > 2:
    quiet = burn

    def burn(n):
        log.append(n)
        return quiet(n)

size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = [burn(n) for n in range(size)]
print(results[:2], log[-3:])
