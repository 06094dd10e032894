import decimal
import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def work(n):
    value = decimal.Decimal(1)
    for k in range(1, 50):
        value = value / (k + n)
    return value


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], decimal.getcontext().flags[decimal.Inexact])
