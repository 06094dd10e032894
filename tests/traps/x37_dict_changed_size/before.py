import sys


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


size = int(sys.argv[1])
table = {n: 0 for n in range(size)}
try:
    for key in table:
        value = burn(key)
        table[key if value % 10 else -key] = value
except RuntimeError as error:
    print("failed:", error)
print(len(table), [v % 100 for v in table.values()])
