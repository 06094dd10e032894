def middles(points, labels, centres):
    moved = []
    for k in range(len(centres)):
        count, sum_x, sum_y = 0, 0.0, 0.0
        for (x, y), label in zip(points, labels):
            if label == k:
                count += 1
                sum_x += x
                sum_y += y
        moved.append((sum_x / count, sum_y / count) if count else centres[k])
    return moved


def main():
    points = [(0.5 * (i % 7), 0.25 * (i % 5) - 1.0) for i in range(40)]
    labels = [i * i % 4 for i in range(40)]
    print(middles(points, labels, points[:4]))
    print(middles(points, labels, points[:1]))
    print(middles([], [], points[:2]), middles(points, labels, []))
    print(middles(points, [1152921504606846976] * 40, points[:2]))


main()
