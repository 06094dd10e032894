def marks(xs, ys, out):
    for x, y in zip(xs, ys):
        one = 1 if x > y else 0
        other = 0
        if x > 2:
            other = one
        elif y > 2:
            other = 1
        both = one if other == 1 else 0
        if one == 1 and other == 0:
            both = 1 if x != 0 else one
        sign = -1 if both == 1 else 1
        count = one + other + both
        if count == 1:
            count = 0
        out.append(sign * (one - 2 * other) + count * both - (1 if one == other else 0))


def turned(xs, ys, out):
    for x in xs:
        last = 0
        for y in ys:
            if y > x:
                last = 1
            elif y == x:
                last = 1 - last
        seen = 1
        for y in ys:
            if y == x:
                seen = 0
        out.append(last * 10 + seen)


def flags(xs, ys, out):
    for x, y in zip(xs, ys):
        high = x > y
        if y > 1:
            high = x > 1 if x != 3 else y > 2
        low = True
        if high:
            low = x < 0
        out.append(low)


def carried(xs, ys, out):
    seen = 0
    for x in xs:
        if x > 2:
            seen = 1
        out.append(seen)
    print(seen)


def shown(function, xs, ys):
    out = []
    try:
        function(xs, ys, out)
    except Exception as error:
        print(type(error).__name__, error)
    print(function.__name__, [[type(one).__name__, one] for one in out])


for function in marks, turned, flags, carried:
    shown(function, [1, 2, 3, 4, 0, -1, 3], [3, 2, 1, 0, 5, 3, 3])
    shown(function, [1.5, 3.0, -0.0, float("nan")], [2.0, 0.0, 0.0, 1.0])
    shown(function, [], [1])
    shown(function, [2**70, 1], [1, 2])
    shown(function, [True, 3], [2, False])
    shown(function, [3], [])
