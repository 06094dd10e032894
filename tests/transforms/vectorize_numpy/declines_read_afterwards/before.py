def last(xs):
    out = []
    scaled = -1.0
    for x in xs:
        scaled = x * 2.0
        out.append(scaled)
    return out, scaled


print(last([0.5, 1.5]))
