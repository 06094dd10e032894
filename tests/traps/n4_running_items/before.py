def first(sums, xs):
    for i in range(len(xs)):
        sums[i + 1] = sums[i] + xs[i]
    return sums
def wraps(sums, xs):
    for i in range(len(xs)):
        sums[i] = sums[i - 1] + xs[i]
    return sums
def down(sums, xs):
    for i in range(len(xs)):
        sums[i] = sums[i + 1] + xs[i]
    return sums
def turned(sums, xs):
    for i in range(2, len(xs)):
        sums[i] = xs[i] - sums[i - 1]
    return sums
def two(sums, xs):
    for i in range(2, len(xs)):
        sums[i] = sums[i - 2] + xs[i]
    return sums
def also(sums, xs):
    out = []
    for i in range(1, len(xs)):
        sums[i] = sums[i - 1] + xs[i]
        out.append(sums[i])
    return sums, out
def where(sums, xs, n):
    for i in range(n, len(xs)):
        sums[i] = xs[i] + sums[i - 1]
    return sums
def back(sums, xs):
    for i in range(len(xs) - 1, 0, -1):
        sums[i] = sums[i - 1] + xs[i]
    return sums
xs = [k % 13 * 0.5 for k in range(50)]
for f in (first, wraps, down, turned, two, also, back):
    print(f([0.25 * k for k in range(51)], xs)[-3:])
print(where([1.0] * 50, xs, 3)[-2:], where([1.0] * 50, xs, 0)[-2:], where([1.0] * 50, xs, -5)[-8:])
s = [1.0, 2.0, 3.0, 4.0]
try:
    print(first(s, s))
except IndexError as e:
    print(e, s)
try:
    print(first([0.0, 0.0], [1.0, 2.0, 3.0]))
except IndexError as e:
    print(e)
print(first([5.0], []), first([], []), first([-0.0, 1.0], [-0.0]), wraps([], []))
def ints(sums, xs):
    for i in range(len(xs)):
        sums[i + 1] = sums[i] - xs[i]
    return sums
print(ints([3, 0, 0], [2**62, 2**62]), ints([2**63, 0], [1]), ints([0] * 5, [1, 2, 3, 4]))
def mixed(sums, xs):
    for i in range(len(xs)):
        sums[i + 1] = sums[i] + xs[i] * 0.5
    return sums
print(mixed([0] * 3, [1, 2]), mixed([0, 1.5, 2], [1, 2]))
