import sys
from functools import lru_cache
SIZE = int(sys.argv[1])
def heavy(n, s=1):
    total = 0
    for k in range(1, 2000):
        total += (n * s + k) % k
    return total

def work(n):
    return heavy(n, 2)
def main():
    out = []
    if SIZE > 40:
        k = 3
    for n in range(SIZE):
        if SIZE > 40:
            out.append(heavy(n, k))
        else:
            out.append(heavy(n, 2))
    print(out)
main()
