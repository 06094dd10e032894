def wave(points, scale):
    heights = []
    for x in points:
        heights.append(x * scale - 0.5)
    return heights


def inside(heights, points):
    count = 0
    for i in range(len(heights)):
        if heights[i] < points[i]:
            count += 1
    return count


def report(points, scales):
    for scale in scales:
        heights = wave(points, scale)
        print(scale, inside(heights, points), heights[:2])


points = [0.25 * k for k in range(20)]
for scales in [0.5, 2.0], (), [1.5, -1.0, 0.0]:
    report(points, scales)
points.append(float("nan"))
report(points, [0.5, 0.25])
