import sys
from functools import lru_cache
SIZE = int(sys.argv[1])
def heavy(n, s=1):
    total = 0
    for k in range(1, 2000):
        total += (n * s + k) % k
    return total

memo = {}

def work(n):
    whole = n
    def inner(n):
        if n in memo:
            return memo[n]
        total = heavy(whole)
        memo[n] = total
        return total
    return inner(n % 5)

out = []
for n in range(SIZE):
    out.append(work(n))
print(out)
