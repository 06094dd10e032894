import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Lazy:
    def __init__(self, full):
        if full:
            self.size = 1

    def __getattr__(self, name):
        log.append(name)
        return 2


lazy = Lazy(len(sys.argv) <= 2)


def work(n):
    return burn(n) + lazy.size


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], log)
