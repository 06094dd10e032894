def scaled(xs):
    return [x * 0.5 - 1.0 for x in xs]


print(scaled([0.5, -1.5]))
