def run(xs, ys):
    out = []
    for x, y in zip(xs, ys):
        low, high = x * 0.5, y * 0.25
        (near, far) = (high - low, high + low)
        out.append(near * far)
    return out
def chained(xs):
    out = []
    for x in xs:
        a = b = x * 2.0
        c, c = x, x + 1.0
        out.append(a + b + c)
    return out
def nested(xs):
    out = []
    for x in xs:
        (a, b), c = (x, x + 1.0), x + 2.0
        *d, e = x, x + 1.0
        out.append(a + b + c + e)
    return out
def changes(xs):
    low, high = 0.0, 0.0
    out = []
    for x in xs:
        low, high = x, low
        out.append(high)
    return out
def kinds(xs):
    out = []
    for i in range(len(xs)):
        k, v = i, xs[i]
        for j in range(3):
            k, v = j, 1.5
        out.append(k + v)
    return out
xs = [k % 17 / 4 for k in range(60)]
ys = [k % 23 / 3 for k in range(60)]
print(run(xs, ys)[-2:], chained(xs)[-2:], nested(xs)[-2:], changes(xs)[-3:], kinds(xs)[-2:], run([], []), run(xs[:2], ys[:1]))
