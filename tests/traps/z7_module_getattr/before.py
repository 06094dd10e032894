import sys

import lazy

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def work(n):
    return burn(n) + lazy.offset


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], lazy.asked)
