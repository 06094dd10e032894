import sys

from mine import Counter, kept


def work(n):
    if n == 30:
        raise ValueError(n)
    return sum(k * n % 7 for k in range(200))


def main(count):
    out = Counter()
    for n in range(count):
        out.update([work(n)])
    print(len(out))

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9
try:
    main(count)
except ValueError as problem:
    print("no", problem)
print(len(kept))
