import sys


def table(n):
    rows = [k % 7 for k in range(n * 10)]
    rows.extend([0] * (n**7))
    return len(rows)


limit = int(sys.argv[1]) if len(sys.argv) > 1 else 100
sizes = []
for n in [3, 5, 7, 4, 2, 6, 3, 20_000, 30_000, 4]:
    sizes.append(table(n))
    if len(sizes) == min(limit, 7):
        break
print(repr(sizes))
