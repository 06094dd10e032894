import sys

def burn(n):
    for _ in range(10_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n

size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
found = []
i = 0
while i < size:
    value = burn(i)
    found.append(value)
    if value % 40 == 13:
        i += 3
    i += 1
print(i, repr(found[-2:]), len(found))
