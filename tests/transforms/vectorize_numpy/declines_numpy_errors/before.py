import numpy as np

np.seterr(all="raise")


def scaled(xs, factor):
    out = []
    for x in xs:
        out.append(x * factor)
    return out


print(scaled([0.25, 1e308, 2.0], 10.0))
