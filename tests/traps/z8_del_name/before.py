import sys
from functools import lru_cache
SIZE = int(sys.argv[1])
def heavy(n, s=1):
    total = 0
    for k in range(1, 2000):
        total += (n * s + k) % k
    return total

K = 3
def work(n):
    return heavy(n, (K if has() else 9))
def has():
    try:
        K
        return True
    except NameError:
        return False

def main():
    out = []
    for n in range(SIZE):
        out.append(work(n))
    print(out)
main()
del K
main()
