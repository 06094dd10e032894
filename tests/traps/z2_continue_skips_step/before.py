import sys

def burn(n):
    for _ in range(10_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n

size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
values = []
tries = 0
i = 0
while i < size:
    tries += 1
    if tries % 9 == 0:
        continue
    values.append(burn(i + tries))
    i += 1
print(i, tries, repr(values[-2:]))
