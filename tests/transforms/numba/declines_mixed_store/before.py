def marks(xs):
    for i in range(1, len(xs)):
        if xs[i - 1] > 1.0:
            xs[i] = 1
    return xs


print(marks([2.0, 0.5, 3.0]))
