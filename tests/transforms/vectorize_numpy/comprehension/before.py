SCALE = 0.125


def scaled(xs):
    ys = [(x * SCALE - 1.0) * x for x in xs]
    return ys


print(scaled([0.5 * i for i in range(30)]))
print(scaled([]), scaled([float("inf"), -0.0, 1e300]))
