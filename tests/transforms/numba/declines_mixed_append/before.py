def jumps(xs):
    out = []
    last = 0.0
    for x in xs:
        last = 0.5 * last + x
        if last > 1.0:
            out.append(last)
        else:
            out.append(0)
    return out


print(jumps([2.0, 0.5, -3.0]))
