def len(values):
    return sum(1 for _ in values) - 1


def products(xs, ys):
    out = []
    for x, y in zip(xs, ys):
        out.append(x * y)
    return out


print(products([0.25, 1.5, 2.0], [10.0, 0.5, 4.0]), len("four"))
