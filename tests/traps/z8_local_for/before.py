import sys
from functools import lru_cache
SIZE = int(sys.argv[1])
def heavy(n, s=1):
    total = 0
    for k in range(1, 2000):
        total += (n * s + k) % k
    return total

def main():
    out = []
    for k in range(SIZE - 17):
        pass
    for n in range(SIZE - 17):
        out.append(heavy(n, k))
    print(out)
main()
