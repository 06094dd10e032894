def positive(xs):
    return [x if x > 0.0 else 0 for x in xs]


print(positive([0.5, -1.5]))
