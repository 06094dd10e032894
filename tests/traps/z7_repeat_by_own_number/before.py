import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Number:
    def __index__(self):
        log.append("index")
        return 2


def work(n):
    return burn(n) + len([0] * Number())


def work2(n):
    return burn(n) + len(Number() * "ab")


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
for n in range(int(sys.argv[1])):
    out.append(work2(n))
print(out[-1], len(log))
