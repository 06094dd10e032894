def nearest(xs, ys, x, y):
    best = 1e300
    place = -1
    kept = 0.0

    for i in range(len(xs)):
        dx = xs[i] - x
        dy = ys[i] - y
        squared = dx * dx + dy * dy
        if squared < best:
            best = squared
            place = i
            kept = dx
    return best, place, kept


xs = [0.5 * i - 3.0 for i in range(20)]
print(nearest(xs, xs, 1.0, 1.5), nearest(xs, xs, -1.0, -1.0), nearest([], [], 1.0, 1.0))
print(nearest([1.0, float("nan"), 2.0], [1.0, 0.0, 2.0], 2.0, 2.0))
print(nearest([1.0, -1.0], [0.0, 0.0], 0.0, -0.0))
try:
    nearest([1.0, 2.0], [1.0], 0.0, 0.0)
except IndexError as error:
    print(error)
