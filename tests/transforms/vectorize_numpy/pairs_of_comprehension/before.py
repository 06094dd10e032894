def both(xs, ys, scale):
    return [(x * scale, 1, -y) for x, y in zip(xs, ys) if x != y]


xs = [k * 7 % 11 for k in range(20)]
ys = [k * 5 % 11 for k in range(20)]
print(both(xs, ys, 3), both([], [], 1), both(xs, [1, 2], 2), both([2 ** 70], [1], 2), both([1, 2], [1, 3], 10 ** 18))
