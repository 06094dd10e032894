import sys

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def rows(size):
    row = [0, 0]
    for n in range(size):
        row[0] = n
        row[1] = n * n
        yield row


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
for row in rows(size):
    print(row, burn(row[0] + row[1]) % 1000)
