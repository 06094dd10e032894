import numpy as np


def loop_by_numpy(points, labels, k, count, sum_x, sum_y):
    """By arrays: a loop of middle(). None: they would differ."""
    size = min(len(points), len(labels))
    if {*map(len, points)} != {2} or abs(k) > 2**52:
        return None
    points_0 = np.fromiter((one[0] for one in points), float, len(points))
    points_1 = np.fromiter((one[1] for one in points), float, len(points))
    try:
        labels = np.fromiter(labels, int, len(labels))
    except OverflowError:
        return None
    if labels.min(initial=0) < -2**52 or labels.max(initial=0) > 2**52:
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        mask = labels[:size] == k
        count = count + int(np.count_nonzero(mask))
        sum_x_values = points_0[:size][mask]
        sum_x_sum = sum_x
        for start in range(0, len(sum_x_values), 2**16):
            sum_x_sum = (
                np.add.accumulate(np.append(sum_x_sum, sum_x_values[start:start
                + 2**16]))[-1]
            )
        if sum_x_values.size:
            sum_x = sum_x_sum.item()
        sum_y_values = points_1[:size][mask]
        sum_y_sum = sum_y
        for start_2 in range(0, len(sum_y_values), 2**16):
            sum_y_sum = np.add.accumulate(np.append(sum_y_sum, sum_y_values[start_2:start_2 + 2**16]))[-1]
        if sum_y_values.size:
            sum_y = sum_y_sum.item()
    return count, sum_x, sum_y


def middle(points, labels, k):
    count, sum_x, sum_y = 0, 0.0, 0.0
    folded = loop_by_numpy(points, labels, k, count, sum_x, sum_y)
    if folded is None:
        for (x, y), label in zip(points, labels):
            if label == k:
                count += 1
                sum_x += x
                sum_y += y
    else:
        count, sum_x, sum_y = folded
    return count, sum_x, sum_y


def main():
    points = [(0.1 * (i % 17) - 3.0, 0.7 * (i % 23)) for i in range(60)]
    labels = [i % 3 for i in range(50)]
    print(middle(points, labels, 1), middle([], labels, 1), middle(points, labels, 7))


main()
