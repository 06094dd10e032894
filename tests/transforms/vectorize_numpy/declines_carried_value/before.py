def levels(xs):
    out = []
    level = 0.0
    for x in xs:
        level = 0.5 * level + x
        out.append(level)
    return out


print(levels([0.25, 1.5, 2.0]))
