import math


def growth(xs):
    out = []
    for x in xs:
        out.append(math.exp(x))
    return out


print(growth([-213.92846557045274, 1.5]))
