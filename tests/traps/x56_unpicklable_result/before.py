import sys


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return lambda k: (value + k) % 1_000


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
functions = [burn(n) for n in range(size)]
print([function(3) for function in functions])
