def count(xs):
    return [(x > 1.0) + (x > 2.0) for x in xs]


print(count([0.5, 1.5, 2.5]))
