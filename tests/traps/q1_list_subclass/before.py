import sys


class Loud(list):
    def __setitem__(self, place, value):
        print("set", place)
        super().__setitem__(place, value)


def smooth(xs):
    for i in range(1, len(xs)):
        xs[i] = 0.5 * xs[i - 1] + xs[i]
    return xs


mode = sys.argv[1] if len(sys.argv) > 1 else "list"
xs = [0.5, 1.0, 2.0]
print(smooth(Loud(xs) if mode == "loud" else xs))
