import sys


class Loud(list):
    def append(self, item):
        print("gets", item)
        super().append(item)

    def __getitem__(self, at):
        print("asked", at)
        return super().__getitem__(at)


def doubled(xs, out):
    for i in range(len(xs)):
        out.append(xs[i] * 2.0)


n = int(sys.argv[1]) if len(sys.argv) > 1 else 5
xs = [0.5 * i for i in range(n)]
out = Loud() if "loud" in sys.argv else []
doubled(xs, out)
doubled(out, Loud() if "loud" in sys.argv else [])
print(out)
