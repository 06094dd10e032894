def before(sizes):
    total = 0
    for size in sizes:
        if total > 5:
            yield total
        total += size
def inside(sizes):
    total = 0
    out = []
    for size in sizes:
        for k in range(2):
            total += size
        out.append(total)
    return out
def reset(sizes):
    total = 0
    out = []
    for size in sizes:
        total += size
        out.append(total)
        if total > 9:
            total = 0
    return out
def under(sizes):
    total = 0
    out = []
    for size in sizes:
        if size > 2:
            total += size
        out.append(total)
    return out
def used(sizes):
    total = 0
    out = []
    for i in range(len(sizes)):
        total += sizes[i]
        out.append(sizes[total % len(sizes)])
    return out, total
def late(sizes):
    total = 0
    out = []
    for size in sizes:
        total += size
        out.append(total / (total - 7))
    return out
def ranged(sizes):
    total = 1
    out = []
    for size in sizes:
        total += size
        s = 0
        for k in range(3):
            s += total * k
        out.append(s)
    return out
T = 0
def module(sizes):
    global T
    out = []
    for size in sizes:
        T += size
        out.append(T * 2)
    return out
xs = [k * 7 % 5 for k in range(40)]
print(list(before(xs))[-2:], inside(xs)[-2:], reset(xs)[-3:], under(xs)[-3:], used(xs), ranged(xs)[-2:], module(xs)[-2:], T)
try:
    print(late([1, 2, 3, 4]), late([3, 4, 5]))
except ZeroDivisionError as e:
    print(e)
try:
    module([1, "a"])
except TypeError as e:
    print(e, T)
print(used([]), module([]))
