import numpy as np


def heights_by_numpy(points, scale):
    """On arrays: a loop of wave()."""
    with np.errstate(over="ignore", invalid="ignore"):
        heights_values = points * scale - 0.5
    return heights_values


def wave(points, scale):
    heights = []
    for x in points:
        heights.append(x * scale - 0.5)
    return heights


def inside_by_numpy(heights, points, count):
    """On arrays: a loop of inside(). None: they would differ."""
    if len(points) < len(heights):
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        mask = heights < points[:len(heights)]
        count = count + int(np.count_nonzero(mask))
    return count


def inside(heights, points):
    count = 0
    for i in range(len(heights)):
        if heights[i] < points[i]:
            count += 1
    return count


def points_as_array(points, scales):
    """For all turns of the loop. None: they would differ."""
    if type(scales) not in (list, tuple, range):
        return None
    if type(scales) is not range and not {*map(type, scales)} <= {int, float, str}:
        return None
    return np.fromiter(points, float, len(points))


def inside_value_and_heights_part_by_arrays(points, scale, points_array):
    """By arrays, handed on from one loop to the next. None: they would differ."""
    if points_array is None:
        return None
    heights = heights_by_numpy(points_array, scale)
    count = inside_by_numpy(heights, points_array, 0)
    if count is None:
        return None
    return count, heights[:2].tolist()


def report(points, scales):
    points_array = points_as_array(points, scales)
    for scale in scales:
        values = inside_value_and_heights_part_by_arrays(points, scale, points_array)
        if values is None:
            heights = wave(points, scale)
            print(scale, inside(heights, points), heights[:2])
        else:
            inside_value, heights_part = values
            print(scale, inside_value, heights_part)


points = [0.25 * k for k in range(20)]
for scales in [0.5, 2.0], (), [1.5, -1.0, 0.0]:
    report(points, scales)
points.append(float("nan"))
report(points, [0.5, 0.25])
