def level(xs):
    total = 0.0
    for x in xs:
        total = 0.5 * total + x
    return total


print(level([0.5, -1.5]))
