import sys


class Loud(float):
    def __mul__(self, other):
        print("times", other)
        return float(self) * other


def doubled(xs):
    out = []
    for x in xs:
        out.append(x * 2.0)
    return out


n = int(sys.argv[1]) if len(sys.argv) > 1 else 5
xs = [0.5 * i for i in range(n)]
if "loud" in sys.argv:
    xs[3] = Loud(7.0)
print(doubled(xs))
