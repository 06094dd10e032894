def products(xs, ys):
    return [[x * y + 1.0 for y in ys] for x in xs]


print(products([0.5 * i for i in range(6)], [1.5 - i for i in range(4)]))
print(products([], [1.0]), products([1.0, 2.0], []))
