"""Variables that hold what an earlier iteration has met, in loops that arrays must not get wrong."""
import sys


def differences(xs, last):
    found = []
    for x in xs:
        found.append(x - last)
        last = x
    return found, last


def kept(xs, last):
    found = []
    for x in xs:
        found.append(last)
        last = x
    return found, last


def runs(xs):
    found = []
    start = 0
    for i in range(1, len(xs)):
        if xs[i] != xs[i - 1]:
            found.append((xs[start], i - start))
            start = i
    found.append((start, len(xs) - start))
    return found


def steps_up(xs, last):
    count = 0
    for x in xs:
        if x > last:  # asks what it sets
            count += 1
            last = x
    return count, last


def read_behind(xs, last):
    found = []
    for x in xs:
        if x > 0:
            found.append(x - last)
            last = x
        found.append(last)
    return found


def both(xs, last, before):
    found = []
    for x in xs:
        found.append(x - 2 * last + before)
        before = last
        last = x
    return found, last, before


def changed(xs, last):
    for i in range(len(xs)):
        xs[i] = xs[i] - last
        last = xs[i]
    return xs, last


def moved(xs, last):
    found = []
    for i in range(len(xs)):
        found.append(last)
        last = xs[i] * xs[i - 1]
    return found, last


def outer(i):
    return i + mark


mark = 0


def by_global(n):
    global mark
    found = []
    for i in range(n):
        found.append(outer(i))
        mark = i * 3
    return found


def last_of_all(xs):
    place = None
    value = "none"
    for i, x in enumerate(xs):
        if x > 1:
            place = i
            value = x
    return place, value


def last_of_list(out, xs, last):
    for x in xs:
        out.append(x * last)
        last = x
    return out, last


def in_class(n):
    class Box:
        last = 3
        found = []
        for i in range(n):
            found.append(i * last)
            last = i
    return Box.found, Box.last


def in_two(rows, last):
    found = []
    for row in rows:
        for x in row:
            found.append(x - last)
            last = x
    return found, last


def raising(xs, ys, last):
    found = []
    try:
        for i in range(len(xs)):
            found.append(xs[i] // ys[i] - last)
            last = xs[i]
    except (ZeroDivisionError, IndexError) as error:
        print(error)
    return found, last


def main():
    size = int(sys.argv[1])
    inf, nan = float("inf"), float("nan")
    floats = [0.5 * (i % 5) - 1.0 for i in range(size)]
    whole = [i * i % 7 for i in range(size)]
    lists = [floats, whole, [], [-0.0], [-0.0, 0.0, nan, inf, -inf, nan], [2**62, 2**62 + 1, -2**70],
             [1, 2.5, True, 3], [True, False], [10**30], [nan, nan, 1.0]]
    for xs in lists:
        for last in (0, 0.5, -0.0, True, 2**60, 10**25):
            print(differences(xs, last), kept(xs, last), steps_up(xs, last))
            print(read_behind(xs, last), both(xs, last, 1), moved(xs, last))
            print(changed(list(xs), last))
            print(raising(xs, [1] * len(xs), last))
        print(runs(xs) if xs else None, last_of_all(xs))
        own = list(xs[:5])
        print(last_of_list([], own, 3), own)
    print(raising([1, 2, 3], [1, 0, 1], 5), raising([1, 2, 3], [1], 5))
    print(by_global(size), mark)
    print(in_class(size), in_two([whole, [], whole], 1), in_two([floats], 0.0))
    del lists
    try:
        for i in range(size):
            print(unbound - i)
            unbound = i
    except NameError as error:
        print(error)


main()
