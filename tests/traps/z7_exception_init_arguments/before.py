import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Failure(Exception):
    def __init__(self, n):
        super().__init__(log, n)


def work(n):
    try:
        raise Failure(n)
    except Failure as failure:
        failure.args[0].append(failure.args[1])
    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], log)
