import sys


class Point:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return f"{type(self).__module__}.Point({self.x})"


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return Point(n)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
points = [burn(n) for n in range(size)]
print(points[:2], all(isinstance(p, Point) for p in points), all(type(p) is Point for p in points))
