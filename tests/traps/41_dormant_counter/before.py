import sys

every = int(sys.argv[2]) if len(sys.argv) > 2 else 0
trace = []


def remember(n):
    if every and n % every == 0:
        trace.append(n)


def before(n):
    remember(n)
    return n


def burn(n):
    value = before(n)
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1])
results = []
for n in range(size):
    results.append(burn(n))
print(results[-3:], trace)
