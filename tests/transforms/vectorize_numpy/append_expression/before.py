def distances(xs, ys, weights):
    """Weighted distances, item by item."""
    found = []
    for x, y, weight in zip(xs, ys, weights):
        # the plain difference first
        d = x - y
        found.append(d * d / (1.0 + weight))
    return found


def main():
    xs = [i * 0.5 for i in range(50)]
    ys = [i * 0.25 - 3.0 for i in range(50)]
    weights = [0.1 * i for i in range(49)]
    print(distances(xs, ys, weights))
    print(distances(xs, ys, [float("inf"), float("nan"), -0.5]))
    print(distances([], ys, weights))
    try:
        distances(xs, ys, [1.0, -1.0])
    except ZeroDivisionError as error:
        print(error)


main()
