def f(xs):
    best = 0
    for x in xs:
        if x > 3:
            if 1 > best:
                best = 1
    return best


print(f([1, 2, 5, 6]), f([1]))
