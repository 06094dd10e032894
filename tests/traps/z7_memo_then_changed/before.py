import functools
import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

scale = 3


@functools.lru_cache(maxsize=None)
def offset(n):
    return burn(n) + scale


def work(n):
    return burn(n) + offset(n % 4)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
scale = 5
print(out[-1], offset(0))
