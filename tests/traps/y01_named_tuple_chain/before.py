import sys
from collections import namedtuple


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value % 97


Link = namedtuple("Link", "value rest")


def chain(n):
    link = None
    for k in range(n * 300):
        link = Link(k, link)
    return burn(n), link


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
chains = []
for n in range(size):
    chains.append(chain(n))
depth = 0
link = chains[-1][1]
while link is not None:
    depth += 1
    link = link.rest
print(depth, sum(value for value, _ in chains))
