def highs(levels, start):
    best = start
    out = []
    for level in levels:
        if level > best:
            best = level
        out.append(best)
    return out, best


def lows(levels, start):
    best = start
    out = []
    for level in levels:
        if best > level:
            best = level
        out.append(1.0 / best)
    return out, best


def in_front(levels):
    best = 0.0
    out = []
    for level in levels:
        out.append(level - best)
        if level > best:
            best = level
    return out


def with_place(levels):
    best, place = 0.0, -1
    out = []
    for i in range(len(levels)):
        if levels[i] > best:
            best = levels[i]
            place = i
        out.append(best)
    return out, best, place


def place_read(levels):
    best, place = 0.0, -1
    out = []
    for i in range(len(levels)):
        if levels[i] > best:
            best = levels[i]
            place = i
        out.append(best + place)
    return out


def ints(levels):
    best = 0
    out = []
    for level in levels:
        if level > best:
            best = level
        out.append(best * 2)
    return out, best


levels = [k * 37 % 53 / 4 for k in range(30)]
print(highs(levels, 2.0), lows(levels[1:], 100.0), in_front(levels), with_place(levels), place_read(levels))
print(highs([0.0, -0.0, 0.0], -0.0), highs([-0.0, 0.0], -1.0), highs([float("nan"), 1.0], 0.0), highs([1.0], float("nan")), highs([], 3.0))
print(ints([k * 7 % 5 for k in range(20)]), ints([2**63, 1]), ints([]))
try:
    lows([2.0, 0.0, 1.0], 5.0)
except ZeroDivisionError as error:
    print(error)
