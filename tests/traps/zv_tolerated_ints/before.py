import math
import sys


def run(ns):
    return [n**2 + math.sqrt(n * n) + n**-1 for n in ns]


def roots(ns):
    found = []
    for n in ns:
        found.append(n**0.5 + math.exp(n % 5) + n**2.0)
    return found


n = int(sys.argv[1])
for f in (run, roots):
    try:
        print([f"{x:.9g}" for x in f([n, 2, 7, n + 1])])
    except (ValueError, TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
mixed = roots([4, 9, 16])
print([f"{x:.9g}" for x in mixed], {type(x).__name__ for x in mixed})
