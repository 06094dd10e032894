def nearest(points, centres):
    labels = []
    for x, y in points:
        best, label = float("inf"), 0
        for k, (cx, cy) in enumerate(centres):
            distance = (x - cx) * (x - cx) + (y - cy) * (y - cy)
            if distance < best:
                best = distance
                label = k
        labels.append(label)
    return labels


def main():
    points = [(0.5 * (i % 17) - 3.0, 0.25 * (i % 23)) for i in range(60)]
    print(nearest(points, points[:4]))
    print(nearest([], points), nearest(points[:2], []))
    try:
        nearest(points, [(1.0, 2.0), (1.0,)])
    except ValueError as error:
        print(error)


main()
