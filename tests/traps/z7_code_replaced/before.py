import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


def quiet(n):
    return burn(n)


def loud(n):
    log.append(n)
    return burn(n)


quiet.__code__ = loud.__code__
out = []
for n in range(int(sys.argv[1])):
    out.append(quiet(n))
print(out[-1], log)
