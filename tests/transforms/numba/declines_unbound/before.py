def last(xs):
    total = 0.0
    for x in xs:
        if x > 1.0:
            found = x
        total += found
    return total


print(last([2.0, 0.5]))
