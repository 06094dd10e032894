def by_a_loop(xs):
    total = 0
    out = []
    for x in xs:
        total += x
        out.append(total)
        s = 0
        for total in range(3):
            s += x
    return out, total


def best_by_a_loop(xs):
    best = 0
    out = []
    for x in xs:
        if x > best:
            best = x
        out.append(best)
        s = 0
        for best in range(2):
            s += x
    return out, best


def by_the_loop(xs):
    total = 5
    out = []
    for total in xs:
        total += 1
        out.append(total)
    return out, total


def by_several(xs):
    total = 0
    out = []
    for x in xs:
        total += x
        out.append(total)
        total, y = 1, 2
    return out, total


def twice(xs):
    total = 0
    out = []
    for x in xs:
        total += x
        out.append(total)
        total -= 1
        out.append(total)
    return out, total


def by_items(sums, xs):
    for i in range(len(xs)):
        for i in range(1, 3):
            sums[i] = sums[i - 1] + xs[i]
    return sums


def moved(sums, xs):
    for i in range(1, len(xs)):
        i += 1
        sums[i] = sums[i - 1] + xs[i - 1]
    return sums


xs = [k * 7 % 5 for k in range(30)]
for f in (by_a_loop, best_by_a_loop, by_the_loop, by_several, twice):
    print(f(xs), f([3]), f([]) if f is not by_the_loop else "")
print(by_items([1] * 30, xs), moved([1] * 40, xs))
