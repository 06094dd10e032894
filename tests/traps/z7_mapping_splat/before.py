import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Options:
    def keys(self):
        log.append("keys")
        return ["a"]

    def __getitem__(self, key):
        log.append(key)
        return 1


def add(n, a=0):
    return n + a


def work(n):
    return burn(add(n, **Options()))


def work2(n):
    return burn({**Options()}["a"] + n)


def work3(n):
    return burn(dict(Options())["a"] + n)


def work4(n):
    table = {}
    table.update(Options())
    return burn(table["a"] + n)


def work5(n):
    return burn(int("%(a)s" % Options()) + n)


def work6(n):
    return burn(int("{a}".format_map(Options())) + n)


def work7(n):
    return burn(int("{0[a]}".format(Options())) + n)


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
for n in range(size):
    out.append(work7(n))
print(out[-1], len(log))
