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

SHARED = []


def list():
    return SHARED


def run():
    found = list()
    for a in range(SIZE):
        for b in range(2):
            found.append(risky(a + b))
    return found


try:
    run()
except ValueError as error:
    print("stopped at", error)
print(len(SHARED), sum(SHARED))
