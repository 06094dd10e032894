def middle(points, labels, k):
    count, sum_x, sum_y = 0, 0.0, 0.0
    for (x, y), label in zip(points, labels):
        if label == k:
            count += 1
            sum_x += x
            sum_y += y
    return count, sum_x, sum_y


def main():
    points = [(0.1 * (i % 17) - 3.0, 0.7 * (i % 23)) for i in range(60)]
    labels = [i % 3 for i in range(50)]
    print(middle(points, labels, 1), middle([], labels, 1), middle(points, labels, 7))


main()
