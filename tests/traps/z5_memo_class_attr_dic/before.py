import sys
from functools import lru_cache
SIZE = int(sys.argv[1])
def heavy(n, s=1):
    total = 0
    for k in range(1, 2000):
        total += (n * s + k) % k
    return total

class Config:
    scale = 3

memo = {}

def work(n):
    if n in memo:
        return memo[n]
    total = heavy(n, Config.scale)
    memo[n] = total
    return total

out = []
for n in range(SIZE):
    out.append(work(n % 7))
print(out)
Config.scale = 11

out = []
for n in range(SIZE):
    out.append(work(n % 7))
print(out)
