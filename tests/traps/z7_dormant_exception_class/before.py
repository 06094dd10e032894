import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


class Failure(Exception):
    def __init__(self, n, why):
        super().__init__(f"{n}: {why}")
        self.n = n


def work(n):
    if len(sys.argv) > 2 and n == 7:
        raise Failure(n, "bad")
    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    try:
        out.append(work(n))
    except Failure as failure:
        out.append(failure.n)
print(out)
