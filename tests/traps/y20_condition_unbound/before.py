import sys


def burn(n):
    for _ in [0] * 20_000:
        n = (n * 1103515245 + 12345) % 2147483648
    return n % 1000


def risky(n):
    value = burn(n)
    if n == BAD:
        raise ValueError(n)
    return value


SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 40
BAD = SIZE + 60 if SIZE < 45 else 20

def run(size):
    if size < 45:
        limit = 7
    return [risky(n) for n in range(size) if n < 30 or n > limit]


try:
    print(sum(run(SIZE)))
except Exception as error:
    print(type(error).__name__)
