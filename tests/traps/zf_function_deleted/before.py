import sys


def f(n):
    return sum(k * n % 7 for k in range(3000))


fs = [f] * int(sys.argv[1])
if len(sys.argv) > 2:
    del f
print([g(3) for g in fs])
