import decimal
import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def work(n):
    burn(n)
    return decimal.Decimal(1) / (n + 3)


out = []
for n in range(int(sys.argv[1])):
    decimal.getcontext().prec = n + 3
    out.append(work(n))
print(out)
