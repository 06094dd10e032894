import numpy as np


def loop_by_numpy(points, labels, k, count, sum_x, sum_y, kept_arrays):
    """By arrays: a loop of middles(). None: they would differ."""
    size = min(len(points), len(labels))
    if abs(k) > 2**52:
        return None
    if not kept_arrays:
        if {*map(len, points)} != {2}:
            return None
        points_0 = np.fromiter((one[0] for one in points), float, len(points))
        points_1 = np.fromiter((one[1] for one in points), float, len(points))
        try:
            labels = np.fromiter(labels, int, len(labels))
        except OverflowError:
            return None
        if labels.min(initial=0) < -2**52 or labels.max(initial=0) > 2**52:
            return None
        kept_arrays[:] = [points_0, points_1, labels]
    points_0, points_1, labels = kept_arrays
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


def middles(points, labels, centres):
    moved = []
    kept_arrays = []
    for k in range(len(centres)):
        count, sum_x, sum_y = 0, 0.0, 0.0
        folded = loop_by_numpy(points, labels, k, count, sum_x, sum_y, kept_arrays)
        if folded is None:
            for (x, y), label in zip(points, labels):
                if label == k:
                    count += 1
                    sum_x += x
                    sum_y += y
        else:
            count, sum_x, sum_y = folded
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
