def steps(xs):
    found = []
    last = 0
    for x in xs:
        found.append(last)
        last = x
    return found


print(steps([0.25, 1.5, 2.0]))
