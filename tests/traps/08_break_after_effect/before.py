import sys

limit = int(sys.argv[1]) if len(sys.argv) > 1 else 25


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def work(n, log):
    value = burn(n)
    log.append((n, value % 100))
    return value


log = []
for n in range(1_000):
    value = work(n, log)
    if n >= limit and value % 2:
        break
print(n, repr(log[-3:]), len(log))
