"""Loops of arithmetic in loops that change, or seem to change, the lists that they go through."""
import sys


def count_over(xs, ys, limits):
    """Nothing changes: the lists may be kept."""
    found = []
    for limit in limits:
        count = 0
        total = 0.0
        for x, y in zip(xs, ys):
            if x > limit:
                count += 1
                total += y
        found.append((limit, count, total))
    return found


def grown(xs, limits):
    found = []
    for limit in limits:
        count = 0
        for x in xs:
            if x > limit:
                count += 1
        xs.append(count)
        found.append(count)
    return found, xs


def grown_at_last(xs, limits):
    found = []
    for limit in limits:
        best = 0
        for x in xs:
            best = best * 2 + x
        found.append(best % 5)
        xs.append(limit)
    return found, len(xs)


def by_length(xs, limits):
    found = []
    for limit in limits:
        count = 0
        for i in range(len(xs)):
            count += i * limit
        xs.append(count)
        found.append(len(xs))
    return found


def lengths(xs, limits):
    found = []
    for limit in limits:
        found.append(len(xs) + limit)
        xs.append(limit)
    return found


def by_alias(xs, limits):
    other = xs
    found = []
    for limit in limits:
        count = 0
        for x in xs:
            if x > limit:
                count += 1
        other[limit % len(other)] = 0
        found.append(count)
    return found


def spoil(xs, k):
    xs[k % len(xs)] = -1
    return k


def by_helper(xs, limits):
    found = []
    for limit in limits:
        count = 0
        for x in xs:
            if x > limit:
                count += 1
        found.append(count + spoil(xs, limit))
    return found


def rebound(xs, limits):
    found = []
    for limit in limits:
        count = 0
        for x in xs:
            if x > limit:
                count += 1
        found.append(count)
        xs = xs[1:]
    return found


def augmented(xs, limits):
    found = []
    for limit in limits:
        count = 0
        for x in xs:
            if x > limit:
                count += 1
        found.append(count)
        xs += [limit + 1]
    return found


def by_rows(rows, xs):
    found = []
    for row in rows:
        row[0] = len(found)
        count = 0
        for x in xs:
            if x > 1:
                count += 1
        found.append(count)
    return found


def walk_down(xs):
    while len(xs) > 3:
        yield len(xs) // 2
        del xs[-1]


def by_source(xs):
    found = []
    for limit in walk_down(xs):
        count = 0
        for x in xs:
            if x > limit:
                count += 1
        found.append(count)
    return found


def each_its_own(parts, limits):
    found = []
    for limit, part in zip(limits, parts):
        xs = [x + limit for x in part]
        count = 0
        for x in xs:
            if x > limit:
                count += 1
        found.append(count)
    return found


def by_item(rows, limits):
    """Items that are rows, one of which is the list."""
    xs = rows[0]
    found = []
    for limit in limits:
        rows[limit % len(rows)][0] = limit
        count = 0
        for x in xs:
            if x > limit:
                count += 1
        found.append(count)
    return found


def wide(xs, limits):
    found = []
    for limit in limits:
        total = 0
        for x in xs:
            if x > limit:
                total += x
        found.append(total)
    return found


marks = [3, 1, 2]


def mark(k):
    global marks
    if k % 3 == 1:
        marks = [k] * 4
    return k


def by_global(limits):
    found = []
    for limit in limits:
        count = 0
        for x in marks:
            if x > limit:
                count += 1
        found.append(count + mark(limit))
    return found


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    xs = [i * i // 5 % 11 for i in range(size)]
    ys = [0.25 * (i % 13) for i in range(size)]
    limits = [7, 2, 2, 5, -1, 9, 0]
    print(count_over(xs, ys, limits), count_over(xs, ys, []))
    found, longer = grown(list(xs), limits)
    print(found, longer[-3:])
    print(grown_at_last(xs[:9], limits), by_length(xs[:9], limits), lengths(xs[:9], limits))
    print(by_alias(list(xs), limits), by_helper(list(xs), limits))
    print(rebound(list(xs), limits), augmented(list(xs), limits))
    own = list(xs)
    print(by_rows([[1], own, [2], own], own))
    print(by_source(list(xs[:40])))
    print(each_its_own([xs, xs[:7], []], limits))
    print(by_item([list(xs), [1], [2]], limits))
    print(wide([x * 2 ** (size % 70) for x in xs], limits))
    print(by_global(limits))


if __name__ == "__main__":
    main()
