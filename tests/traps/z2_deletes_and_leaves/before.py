import sys

def burn(n):
    for _ in range(10_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n

wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 5
table = {n: n * n for n in range(60)}
for key in table:
    if burn(key) % 13 == wanted:
        del table[key]
        break
print(key, len(table))
