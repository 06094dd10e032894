def halves(values):
    return [value * 0.5 for value in values]


def squares(values):
    return [value * value + 1.0 for value in values]


def run(values):
    small = halves(values)
    small.append(7.0)
    return squares(small)


print(run([1.0, 2.0, 5.0]), run([]))
