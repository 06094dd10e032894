import sys

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


bad_source = int(sys.argv[2]) if len(sys.argv) > 2 else -1
bad_work = int(sys.argv[3]) if len(sys.argv) > 3 else -1


def numbers(size):
    for n in range(size):
        if n == bad_source:
            raise LookupError("no number %d" % n)
        yield n


def work(n):
    if n == bad_work:
        raise ValueError("bad number %d" % n)
    return burn(n) % 1000


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
results = []
try:
    for n in numbers(size):
        results.append(work(n))
except (LookupError, ValueError) as error:
    print(type(error).__name__, error)
print(results)
