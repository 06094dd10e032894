import sys
from math import exp


def swap():
    global exp
    exp = abs


def run(xs):
    total = 0.0
    for x in xs:
        total += exp(x)
    return total


n = int(sys.argv[1])
if n < 0:
    swap()
print(run([n * 0.25 * k for k in range(5)]))
