import functools
import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


@functools.singledispatch
def show(value):
    return 0


@show.register
def _(value: int):
    log.append(value)
    return 1


@show.register(str)
def _(value):
    log.append(value)
    return 2


def work(n):
    return burn(n) + show(n)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], log)
