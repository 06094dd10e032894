def sums(xs):
    out = []
    for x in xs:
        total = 0
        if x > 1.0:
            total = x
        out.append(total)
    return out


print(sums([2.0, 0.5]))
