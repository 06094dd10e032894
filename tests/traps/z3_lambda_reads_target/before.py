import sys

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
value = 5
for value in map(lambda n: burn(n + value) % 1000, range(size)):
    print(value)
