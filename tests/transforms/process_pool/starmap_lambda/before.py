import itertools


def area(width, height, scale):
    total = 0
    for i in range(300):
        total += (width * i) % (height + scale)
    return total


def areas(rows, scale):
    return list(itertools.starmap(lambda w, h: area(w, h, scale), rows))


print(areas([(n, n + 3) for n in range(120)], 4))
