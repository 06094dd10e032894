import sys

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def work(n):
    if n == 10:
        raise ValueError(n)
    return burn(n) % 100


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
names = ["n%d" % n for n in range(min(size, 10))]
print(dict(zip(names, map(work, range(size)))))
