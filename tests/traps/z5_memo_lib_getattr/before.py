import sys
from functools import lru_cache
SIZE = int(sys.argv[1])
def heavy(n, s=1):
    total = 0
    for k in range(1, 2000):
        total += (n * s + k) % k
    return total

import lib
def work(n):
    return lib.work(n)

out = []
for n in range(SIZE):
    out.append(work(n % 7))
print(out)
for name in ("me" + "mo",):
    print(len(getattr(lib, name)))
