import sys

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


found = []


def work(n):
    if len(sys.argv) > 2 and found:
        n += found[-1]
    return burn(n) % 100


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
found.extend(map(work, range(size)))
print(found)
