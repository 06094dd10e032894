def wave(points, scale):
    heights = []
    for x in points:
        heights.append(x * scale - 0.5)
    return heights


def inside(points):
    count = 0
    for x in points:
        if x < 1.5:
            count += 1
    return count


def report(points):
    for scale in 0.5, 2.0, -1.0:
        points = wave(points, scale)
        print(scale, inside(points), points[:2])


def counted(points):
    for points in 1, 2:
        print(points)


report([0.25 * k for k in range(20)])
report([])
counted([1.0])
