import math


def curve(xs, k):
    out = []
    for x in xs:
        if x > -2.0:
            out.append((math.exp(-k * x) - 0.5) ** 2 + math.atan(x) * math.log(x + 3))
        else:
            out.append(abs(x) ** 0.5 + (x - 1) ** -3)
    return out


for xs in ([-4.0 + 0.01 * i for i in range(900)], [], [-800.0, 1.0], [-3.0, 0.25], [-1.0], [1.0, float("inf")]):
    for k in (0.7, -400.0):
        try:
            print([f"{y:.9g}" for y in curve(xs, k)])
        except OverflowError as error:
            print(error)
