import sys


def burn(n):
    value = n
    for _ in range(60):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
table = {i: i for i in range(size)}
values = table.values()


def work(v):
    return burn(v) % 100


i = size - 1
for v in values:
    table[i] = work(v)
    i -= 1
print(table)
