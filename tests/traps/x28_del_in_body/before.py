import sys


def burn(k):
    for _ in range(20_000):
        k = (k * 1103515245 + 12345) % 2147483648
    return k


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
waiting = {n: n * 2 for n in range(size + 3)}
results = []
for n in range(size):
    value = burn(waiting[n])
    del waiting[n]
    results.append(value)
    del value
print(results[:2], waiting, "value" in globals())
