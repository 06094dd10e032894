import sys

NAN = float("nan")
INF = float("inf")


def limited(xs, low, high):
    return [min(max(x, low), high) for x in xs]


def sums(xs, ys):
    out = []
    for x in xs:
        total = -0.0
        for y in ys:
            total += x * y
        out.append(total)
    return out


n = int(sys.argv[1]) if len(sys.argv) > 1 else 7
special = [0.0, -0.0, NAN, INF, -INF, 5e-324, 1e308][:n]
for low in special:
    for high in special:
        print(limited(special, low, high), sums(special, [low, high]), sums(special, []))
