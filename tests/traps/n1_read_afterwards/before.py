import sys


def last(xs):
    out = []
    scaled = -1.0
    for x in xs:
        scaled = x * 2.0
        out.append(scaled)
    return out, scaled


n = int(sys.argv[1]) if len(sys.argv) > 1 else 5
print(last([0.5 * i for i in range(n)]))
