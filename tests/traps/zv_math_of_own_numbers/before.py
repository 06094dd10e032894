import math
import sys


class Own(float):
    def __float__(self):
        return 7.0

    def __pow__(self, other):
        return 5.0


def run(xs):
    total = 0.0
    for x in xs:
        total = total * 0.5 + math.exp(x) + x**2 + math.cos(x) * math.sin(x)
    return total


kind = int(sys.argv[1])
xs = [0.5, 1.5]
xs += [[2.5], [True, 2], [Own(0.25)]][kind]
print(run(xs))
