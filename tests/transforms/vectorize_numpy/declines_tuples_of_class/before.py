from collections import namedtuple

Point = namedtuple("Point", "x y")


def squares(points):
    found = []
    for x, y in points:
        found.append(x * x + y)
    return found


print(squares([Point(1.0, 2.0), Point(0.5, -0.0)]))
