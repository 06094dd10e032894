import numpy as np


def loop_by_numpy(points, total):
    """By arrays: a loop of length(). None: they would differ."""
    if len(points) < 1 or {*map(len, points)} != {2}:
        return None
    points_0 = np.fromiter((one[0] for one in points), float, len(points))
    points_1 = np.fromiter((one[1] for one in points), float, len(points))
    with np.errstate(over="ignore", invalid="ignore"):
        stop = len(points)
        for first in range(1, stop, 2**14):
            last = min(first + 2**14, stop)
            x = points_0[first:last]
            y = points_1[first:last]
            total_values = (
                np.abs(x - points_0[first - 1:last - 1]) + np.abs(y
                - points_1[first - 1:last - 1])
            )
            total_sum = total
            for start in range(0, len(total_values), 2**16):
                total_sum = np.add.accumulate(np.append(total_sum, total_values[start:start + 2**16]))[-1]
            if total_values.size:
                total = total_sum.item()
    return total


def length(points):
    total = 0.0
    folded = loop_by_numpy(points, total)
    if folded is None:
        for i in range(1, len(points)):
            x, y = points[i]
            total += abs(x - points[i - 1][0]) + abs(y - points[i - 1][1])
    else:
        total = folded
    return total


def main():
    points = [(0.1 * (i % 17) - 3.0, 0.7 * (i % 23)) for i in range(60)]
    print(length(points), length([]), length(points[:1]))


main()
