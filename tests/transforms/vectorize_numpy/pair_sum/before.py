def potential(xs, ys):
    total = 0.0
    for x in xs:
        for y in ys:
            total += 1.0 / (1.0 + abs(x - y))
    return total


print(potential([0.1 * i for i in range(20)], [0.3 * i for i in range(15)]), potential([], [1.0]))
