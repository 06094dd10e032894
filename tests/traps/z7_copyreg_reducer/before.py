import copyreg
import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


class Point:
    def __init__(self, x):
        self.x = x


def reduce_point(point):
    return Point, (0,)


copyreg.pickle(Point, reduce_point)


def work(n):
    return Point(burn(n))


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print([point.x for point in out])
