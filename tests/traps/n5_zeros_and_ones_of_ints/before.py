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


out = []
try:
    marks([1, 2, 3, 4, 0, -1, 3], [3, 2, 1, 0, 5, 3, 3], out)
except Exception as error:
    print(type(error).__name__, error)
print([[type(one).__name__, one] for one in out])
out = []
try:
    marks([], [1], out)
except Exception as error:
    print(type(error).__name__, error)
print([[type(one).__name__, one] for one in out])
out = []
try:
    marks([1180591620717411303424, 1], [1, 2], out)
except Exception as error:
    print(type(error).__name__, error)
print([[type(one).__name__, one] for one in out])
out = []
try:
    marks([3], [], out)
except Exception as error:
    print(type(error).__name__, error)
print([[type(one).__name__, one] for one in out])
out = []
try:
    turned([1, 2, 3, 4, 0, -1, 3], [3, 2, 1, 0, 5, 3, 3], out)
except Exception as error:
    print(type(error).__name__, error)
print([[type(one).__name__, one] for one in out])
out = []
try:
    turned([], [1], out)
except Exception as error:
    print(type(error).__name__, error)
print([[type(one).__name__, one] for one in out])
out = []
try:
    turned([1180591620717411303424, 1], [1, 2], out)
except Exception as error:
    print(type(error).__name__, error)
print([[type(one).__name__, one] for one in out])
out = []
try:
    turned([3], [], out)
except Exception as error:
    print(type(error).__name__, error)
print([[type(one).__name__, one] for one in out])
out = []
try:
    flags([1, 2, 3, 4, 0, -1, 3], [3, 2, 1, 0, 5, 3, 3], out)
except Exception as error:
    print(type(error).__name__, error)
print([[type(one).__name__, one] for one in out])
out = []
try:
    flags([], [1], out)
except Exception as error:
    print(type(error).__name__, error)
print([[type(one).__name__, one] for one in out])
out = []
try:
    flags([1180591620717411303424, 1], [1, 2], out)
except Exception as error:
    print(type(error).__name__, error)
print([[type(one).__name__, one] for one in out])
out = []
try:
    flags([3], [], out)
except Exception as error:
    print(type(error).__name__, error)
print([[type(one).__name__, one] for one in out])
out = []
try:
    carried([1, 2, 3, 4, 0, -1, 3], [3, 2, 1, 0, 5, 3, 3], out)
except Exception as error:
    print(type(error).__name__, error)
print([[type(one).__name__, one] for one in out])
out = []
try:
    carried([], [1], out)
except Exception as error:
    print(type(error).__name__, error)
print([[type(one).__name__, one] for one in out])
out = []
try:
    carried([1180591620717411303424, 1], [1, 2], out)
except Exception as error:
    print(type(error).__name__, error)
print([[type(one).__name__, one] for one in out])
out = []
try:
    carried([3], [], out)
except Exception as error:
    print(type(error).__name__, error)
print([[type(one).__name__, one] for one in out])
