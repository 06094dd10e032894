import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


class Failure(Exception):
    pass


def work(n):
    if n % 5 == 3:
        failure = Failure(n)
        failure.source = (k for k in range(3))
        raise failure
    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    try:
        out.append(work(n))
    except Failure as failure:
        out.append(sum(failure.source))
print(out)
