import numpy as np


def points_by_numpy(points, scale):
    """On arrays: a loop of wave()."""
    with np.errstate(over="ignore", invalid="ignore"):
        heights_values = points * scale - 0.5
    return heights_values


def wave(points, scale):
    heights = []
    for x in points:
        heights.append(x * scale - 0.5)
    return heights


def inside_by_numpy(points, count):
    """On arrays: a loop of inside()."""
    with np.errstate(over="ignore", invalid="ignore"):
        mask = points < 1.5
        count = count + int(np.count_nonzero(mask))
    return count


def inside(points):
    count = 0
    for x in points:
        if x < 1.5:
            count += 1
    return count


def values_by_arrays(points, scale):
    """By arrays, handed on from one loop to the next. None: they would differ."""
    points_array = np.fromiter(points, float, len(points))
    points_2 = points_by_numpy(points_array, scale)
    count = inside_by_numpy(points_2, 0)
    return points_2.tolist(), count, points_2[:2].tolist()


def report(points):
    for scale in 0.5, 2.0, -1.0:
        values = values_by_arrays(points, scale)
        if values is None:
            points = wave(points, scale)
            print(scale, inside(points), points[:2])
        else:
            points, inside_value, points_part = values
            print(scale, inside_value, points_part)


def counted(points):
    for points in 1, 2:
        print(points)


report([0.25 * k for k in range(20)])
report([])
counted([1.0])
