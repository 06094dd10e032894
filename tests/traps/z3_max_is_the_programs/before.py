import sys

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def max(items, key):
    best = None
    for item in items:
        if best is None or key(item) > key(best):
            best = item
        if key(item) % 7 == 3:
            break
    return best


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
print(max(range(size), key=burn))
