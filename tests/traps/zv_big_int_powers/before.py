import math
import sys


def run(n, count):
    total = 0
    part = 0.0
    for i in range(count):
        total += (n + i) ** 3 - i**2
        part += (n * n + i) ** 0.5 if n > 0 else math.log(i + 1)
    return total, part


def logs(n, count):
    part = 0.0
    for i in range(count):
        part = part * 0.5 + math.log(n * n * n + i + 1)
    return part


n = int(sys.argv[1])
print(run(n, 40))
try:
    print(logs(n, 40))
except ValueError as error:
    print(error)
