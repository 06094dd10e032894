import sys


def burn(n, pool):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    group = pool.setdefault(value % 5, [])
    group.append(n)
    return pool.pop(value % 7, None)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
pool = {}
taken = []
for n in range(size):
    taken.append(burn(n, pool))
print(taken, pool)
