def grow(xs, r):
    for i in range(1, len(xs)):
        xs[i] = xs[i - 1] ** r
    return xs


print(grow([1.5, 0.0, 0.0], 1.25))
