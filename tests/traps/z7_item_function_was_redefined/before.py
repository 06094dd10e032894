import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

jobs = []


def job(n):
    return burn(n)


jobs.append(job)


def job(n):
    return burn(n + 1)


jobs.append(job)
size = int(sys.argv[1])
out = []
for function in jobs * size:
    out.append(burn(function(size)))
print(out)
