import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Place:
    def __index__(self):
        log.append(1)
        return 1


def work(n):
    part = [1, 2, 3][Place():]
    return burn(n + part[0])


def work2(n):
    return burn(n + ord("abc"[Place()]))


def work3(n):
    row = [1, 2, 3]
    row[Place()] = n
    return burn(row[1])


def work4(n):
    row = [1, 2, 3]
    del row[Place()]
    return burn(row[1])


def work5(n):
    row = [1, 2, 3]
    row[Place():] = []
    return burn(row[0] + n)


def work6(n):
    return burn(range(10)[Place()] + n)


size = int(sys.argv[1])
out = []
for n in range(size):
    out.append(work(n))
for n in range(size):
    out.append(work2(n))
for n in range(size):
    out.append(work3(n))
for n in range(size):
    out.append(work4(n))
for n in range(size):
    out.append(work5(n))
for n in range(size):
    out.append(work6(n))
print(out[-1], len(log))
