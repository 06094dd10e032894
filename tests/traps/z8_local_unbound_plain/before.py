import sys
from functools import lru_cache
SIZE = int(sys.argv[1])
def heavy(n, s=1):
    total = 0
    for k in range(1, 2000):
        total += (n * s + k) % k
    return total

def main(flag):
    out = []
    if flag:
        k = 3
    for n in range(SIZE):
        out.append(heavy(n, k if flag else 2))
    print(out)
main(SIZE > 40)
main(True)
