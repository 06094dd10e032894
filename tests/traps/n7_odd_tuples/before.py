"""Lists of tuples, as columns: tuples of other lengths and types, subclasses, and lists that change."""
import sys
from collections import namedtuple


class Odd(tuple):
    def __iter__(self):
        return iter((7.0, 8.0))

    def __getitem__(self, place):
        return 9.0

    def __len__(self):
        return 2


Point = namedtuple("Point", "x y")


def squares(points):
    found = []
    for x, y in points:
        found.append(x * x + y)
    return found


def squares_of_places(points):
    found = []
    for i in range(len(points)):
        found.append(points[i][0] * points[i][1])
    return found


def named(points):
    total = 0.0
    for point in points:
        total += point[0] - point[1]
    return total


def ends(points):
    found = []
    for i in range(1, len(points)):
        x, y = points[i]
        before = points[i - 1]
        found.append((x - before[0], y - before[1]))
    return found


def growing(points, limit):
    for x, y in points:
        if x < limit:
            points.append((x + 1.0, y))
    return points


def zipped(points, others):
    found = []
    for (x, y), (z, w) in zip(points, others):
        found.append(x * w - y * z)
    return found


def same_names(points):
    found = []
    for x, x in points:
        found.append(x + 1.0)
    return found


def pairs_of(points, out):
    for x, y in points:
        out.append((y, x))
    return out


def mixed(rows):
    found = []
    for name, count, price in rows:
        if count > 1:
            found.append(count * price)
    return found


def flags(rows):
    count = 0
    for i, (on, value) in enumerate(rows):
        if on and value > i:
            count += value
    return count


def closest(points, centres):
    labels = []
    for x, y in points:
        best, label = float("inf"), -1
        for k, (cx, cy) in enumerate(centres):
            d = (x - cx) * (x - cx) + (y - cy) * (y - cy)
            if d < best:
                best = d
                label = k
        labels.append(label)
    return labels


def crossing(points, limit):
    found = []
    last_x, last_y = 0.0, 0.0
    for x, y in points:
        if x > limit:
            found.append(x - last_x)
            last_x = x
            last_y = y
    return found, last_x, last_y


def far(points):
    found = []
    for i in range(len(points)):
        found.append(points[i - 1][0] + points[(i + 1) % len(points)][1])
    return found


def tried(function, *arguments):
    try:
        print(function.__name__, function(*arguments))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


def main():
    size = int(sys.argv[1])
    inf, nan = float("inf"), float("nan")
    plain = [(0.5 * (i % 7) - 1.0, 0.25 * (i % 5)) for i in range(size)]
    lists = [plain, [], [(1.0, 2.0), (3.0,)], [(1.0, 2.0, 3.0)], [(1, 2), (3, 4)], [(1, 2.5), (2.5, 1)],
             [(-0.0, nan), (inf, -inf)], [(2**62, 2**62), (10**30, 1)], [(True, False)], [()],
             [(1.0, 2.0), None]]
    for points in lists:
        for function in (squares, squares_of_places, named, ends, same_names, far):
            tried(function, points)
        tried(zipped, points, plain)
        tried(zipped, plain, points)
        tried(closest, plain, points)
        tried(closest, points, plain[:2])
        tried(crossing, points, 0.25)
        tried(pairs_of, points, [])
    tried(growing, list(plain), 0.0)
    other = [[1.0, 2.0], [3.0, 4.0]]
    tried(squares, other)
    tried(squares, [Odd((1.0, 2.0))])
    tried(named, [Odd((1.0, 2.0))])
    tried(squares, [Point(1.0, 2.0)])
    tried(squares, ["ab", "cd"])
    tried(squares, {(1.0, 2.0): 3})
    tried(mixed, [("a", 1, 2.0), ("b", 3, 0.1), ("c", 5, -0.0)])
    tried(mixed, [("a", 1, 2.0), ("b", 3, 1)])
    tried(flags, [(True, 5), (False, 9), (True, 2), (True, 10)])
    tried(flags, [(1, 5), (0, 9), (None, 2)])


main()
