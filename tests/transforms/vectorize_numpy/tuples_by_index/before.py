def length(points):
    total = 0.0
    for i in range(1, len(points)):
        x, y = points[i]
        total += abs(x - points[i - 1][0]) + abs(y - points[i - 1][1])
    return total


def main():
    points = [(0.1 * (i % 17) - 3.0, 0.7 * (i % 23)) for i in range(60)]
    print(length(points), length([]), length(points[:1]))


main()
