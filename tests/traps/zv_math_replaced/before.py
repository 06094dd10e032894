import math
import sys


def run(xs):
    total = 0.0
    for x in xs:
        total += math.exp(x)
    return total


n = int(sys.argv[1])
if n < 0:
    math.exp = lambda x: x + 1.0
try:
    print(run([n * 0.5 * k for k in range(5)]))
except OverflowError as error:
    print(error)
