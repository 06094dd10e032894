import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

jobs = []


def job(function):
    jobs.append(function)

    def named(n):
        return function.__name__, function(n)

    return named


@job
def first(n):
    return burn(n)


@job
def second(n):
    return burn(n + 1)


size = int(sys.argv[1])
out = []
for function in jobs * size:
    out.append(burn(function(size)))
print(out, first(size))
