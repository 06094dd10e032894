def squares(xs):
    return [x ** 2 for x in xs]


print(squares([0.0016134973351938572, 1.5]))
