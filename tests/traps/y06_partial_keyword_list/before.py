import sys
from functools import partial


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value % 97


def step(n, seen):
    seen.append(burn(n))
    return len(seen)


work = partial(step, seen=[])
size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
lengths = []
for n in range(size):
    lengths.append(work(n))
print(lengths)
