import math
import sys


def growth(xs):
    out = []
    for x in xs:
        out.append(math.exp(x) * 0.5)
    return out


n = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
values = growth([-213.92846557045274 + i / 7 for i in range(n)])
print(values[0], hash(tuple(values)))
