import numpy as np


def labels_by_numpy(points, centres, labels):
    """By arrays: a loop of nearest(). False: not done, they would differ."""
    if {*map(len, points)} != {2} or {*map(len, centres)} != {2}:
        return False
    points_0 = np.fromiter((one[0] for one in points), float, len(points))
    points_1 = np.fromiter((one[1] for one in points), float, len(points))
    with np.errstate(over="ignore", invalid="ignore"):
        stop = len(points)
        labels_values = np.empty(stop, dtype=int)
        for first in range(0, stop, 2**14):
            last = min(first + 2**14, stop)
            best = float("inf")
            label = 0
            best = np.full(last - first, best)
            label = np.full(last - first, label)
            for k, (cx, cy) in enumerate(centres):
                factor = points_0[first:last] - cx
                factor_2 = points_1[first:last] - cy
                distance = factor * factor + factor_2 * factor_2
                mask = distance < best
                best = np.where(mask, distance, best)
                label = np.where(mask, k, label)
            labels_values[first:last] = label
    labels.extend(labels_values.tolist())
    return True


def nearest(points, centres):
    labels = []
    if not labels_by_numpy(points, centres, labels):
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
