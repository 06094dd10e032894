import sys


def work(n):
    total = 0
    for k in range(300):
        total += k * n % 7
    return total


def picky(n):
    if n == FAILS:
        raise ValueError("item", n)
    return work(n)


FAILS = int(sys.argv[1]) if len(sys.argv) > 1 else 0

out = []
for n in range(40):
    out.append(picky(n))
    if len(out) == 3:
        break
print(out)
totals = {n: work(n) for n in range(30)}
print(totals)
