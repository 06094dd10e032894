import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Source:
    def __iter__(self):
        log.append("asked")
        return iter([1, 2])


def work(n):
    zip(Source(), [1])
    return burn(n)


def work2(n):
    (x for x in Source())
    return burn(n)


def work3(n):
    enumerate(Source())
    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
for n in range(int(sys.argv[1])):
    out.append(work2(n))
for n in range(int(sys.argv[1])):
    out.append(work3(n))
print(out[-1], len(log))
