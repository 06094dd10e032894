import sys


def factor(k):
    value = 1.0
    for i in range(1, 5_000):
        value += 1.0 / (i * i + k)
    return value


total = 0
product = 1
size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
for k in range(size):
    f = factor(k)
    total += f
    product *= f
print(repr(total), repr(product))
