def influence(points, centres, weights):
    out = []
    for i in range(len(points)):
        total = 0.0
        for c, w in zip(centres, weights):
            d = points[i] - c
            total += w * d * d
        out.append(total)
    return out


print(influence([0.1 * i for i in range(20)], [1.0, 2.0, 3.5], [0.3, 0.2, 0.1]))
print(influence([0.1], [], []))
