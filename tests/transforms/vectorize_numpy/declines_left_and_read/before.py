def levels(xs, last):
    found = []
    for x in xs:
        if x > 0.5:
            found.append(x - last)
            last = x
        found.append(last)
    return found


print(levels([0.25, 1.5, 2.0], 0.0))
