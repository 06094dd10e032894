def blend(xs, ys):
    out = []
    for x, y in zip(xs, ys):
        out.append(x * 0.3 + y * 0.7)
    return out


print(blend([1.0, 2.0], [3.0, 4.0]))
