import sys

calls = {}

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def note(n):
    if len(sys.argv) > 2:
        calls[n % 3] = calls.get(n % 3, 0) + 1
    return calls.get(n % 3, 0)


def key(n):
    return (burn(n) + note(n)) % 17


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
print(sorted(range(size), key=key), calls)
