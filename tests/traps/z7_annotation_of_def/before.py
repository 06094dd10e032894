import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


def note(n):
    log.append(n)
    return int


def work(n):
    def inner(a: note(n)) -> note(n):
        return burn(a)

    return inner(n)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], log)
