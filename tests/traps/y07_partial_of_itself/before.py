import sys
from functools import partial


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value % 97


def step(a, b, c):
    return burn(a + b * c)


work = step
for number in (1, 2):
    work = partial(work, number)
size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = []
for n in range(size):
    results.append(work(n))
print(results)
