import sys

FAILED = []


def check(n):
    if n % 3 == 1:
        raise ValueError("bad item", FAILED)
    return n


def work(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    try:
        return check(n) + value
    except ValueError as error:
        error.args[1].append(n)
        return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
results = []
for n in range(size):
    results.append(work(n))
print(results[-2:], FAILED)
