"""Lists of which it is known how large their numbers are, and one of which it is not."""

import numpy as np


def red_by_numpy(rows, columns, step):
    """On arrays: a comprehension of picture(). None: they would differ."""
    if (
        rows < 0
        or columns < 0
        or abs(step) > 2**26
        or rows > 2**26
        or columns > 2**26
    ):
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        rows_at_once = 2**14 // (columns + 1) + 1
        row_values = np.empty((rows, columns), dtype=int)
        for first in range(0, rows, rows_at_once):
            last = min(first + rows_at_once, rows)
            i = np.arange(first, last)[:, None]
            j = np.arange(columns)
            row_values[first:last] = (i * step + j * 3) % 256
    return row_values


def deep_by_numpy(rows, columns, step):
    """On arrays: a comprehension of picture(). None: they would differ."""
    if (
        rows < 0
        or columns < 0
        or abs(step) > 2**26
        or rows > 2**26
        or columns > 2**26
    ):
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        i = np.arange(rows)[:, None]
        j = np.arange(columns)
        row_values = i * step - j * j
    return row_values


def picture(rows, columns, step):
    red = [[(i * step + j * 3) % 256 for j in range(columns)] for i in range(rows)]
    deep = [[i * step - j * j for j in range(columns)] for i in range(rows)]
    return red, deep


def shades_by_numpy(image):
    """On arrays: a loop of cubes()."""
    with np.errstate(over="ignore", invalid="ignore"):
        stop = len(image)
        rows_at_once = 2**14 // (len(image[0]) + 1) + 1
        row_values = np.empty((stop, len(image[0])), dtype=int)
        for first in range(0, stop, rows_at_once):
            last = min(first + rows_at_once, stop)
            left = (
                image[first:last] * image[first:last]
                * image[first:last] // 1000
            )
            row_values[first:last] = np.maximum(left, 9)
    return row_values


def depths_by_numpy(image):
    """On arrays: a loop of cubes(). None: they would differ."""
    if image.min(initial=0) < -2**20 or image.max(initial=0) > 2**20:
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        stop = len(image)
        rows_at_once = 2**14 // (len(image[0]) + 1) + 1
        row_values = np.empty((stop, len(image[0])), dtype=int)
        for first in range(0, stop, rows_at_once):
            last = min(first + rows_at_once, stop)
            left = (
                image[first:last] * image[first:last]
                * image[first:last] // 1000
            )
            row_values[first:last] = np.maximum(left, 9)
    return row_values


def cubes(image):
    made = []
    for i in range(len(image)):
        row = []
        for j in range(len(image[0])):
            row.append(max(image[i][j] * image[i][j] * image[i][j] // 1000, 9))
        made.append(row)
    return made


def values_by_arrays(size, step):
    """By arrays, handed on from one loop to the next. None: they would differ."""
    if type(size) is not int:
        return None
    red = red_by_numpy(size, size + 3, step)
    if red is None or not len(red):
        return None
    deep = deep_by_numpy(size, size + 3, step)
    if deep is None or not len(deep):
        return None
    shades = shades_by_numpy(red)
    if not len(shades):
        return None
    depths = depths_by_numpy(deep)
    if depths is None or not len(depths):
        return None
    if len(shades) < 3:
        return None
    if shades.size > 2**31:
        return None
    if len(depths) < 3:
        return None
    if depths.size > 2**31:
        return None
    if depths.min(initial=0) < -2**31 or depths.max(initial=0) > 2**31:
        return None
    return (
        shades[2, :4].tolist(),
        int(shades.sum()),
        depths[2, :4].tolist(),
        int(depths.sum()),
    )


def main(size, step):
    values = values_by_arrays(size, step)
    if values is None:
        red, deep = picture(size, size + 3, step)
        shades = cubes(red)
        depths = cubes(deep)
        print(shades[2][:4], sum(map(sum, shades)))
        print(depths[2][:4], sum(map(sum, depths)))
    else:
        shades_part, shades_sum, depths_part, depths_sum = values
        print(shades_part, shades_sum)
        print(depths_part, depths_sum)


main(40, 7)
main(40, 10**7)
main(4, -(10**9))
main(3, 2**70)
