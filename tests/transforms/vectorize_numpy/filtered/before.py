def passing(xs, limit):
    out = []
    for i in range(len(xs)):
        scaled = xs[i] * 2.0
        if scaled > limit:
            out.append(scaled - limit)
    return out


print(passing([0.5 * i for i in range(30)], 9.0), passing([], 1.0))
