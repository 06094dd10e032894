import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Number:
    def __index__(self):
        log.append("index")
        return 7

    def __float__(self):
        log.append("float")
        return 7.5


def work(n):
    return burn(n) + int("%d" % Number())


def work2(n):
    return burn(n) + float("%.1f and more"[:4] % (Number(),))


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
for n in range(int(sys.argv[1])):
    out.append(work2(n))
print(out[-1], len(log))
