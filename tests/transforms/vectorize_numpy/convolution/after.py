import numpy as np

WEIGHTS = [[0.0625, 0.125, 0.0625], [0.125, 0.25, 0.125], [0.0625, 0.125, 0.0625]]


def loop_by_numpy(rows, columns, WEIGHTS, image, result):
    """By arrays: a loop of blurred(). False: not done, they would differ."""
    if (
        rows - 1 < 1
        or columns - 1 < 1
        or len(WEIGHTS) < 3
        or len(image) < rows
        or len({*map(len, WEIGHTS)}) != 1
        or len({*map(len, image)}) != 1
    ):
        return False
    WEIGHTS = np.array(WEIGHTS, dtype=float)
    image = np.array(image, dtype=float)
    if len(WEIGHTS[0]) < 3 or len(image[0]) < columns:
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        stop = rows - 1
        rows_at_once = 2**14 // (columns - 1) + 1
        line_values = np.empty((stop - 1, columns - 2))
        for first in range(1, stop, rows_at_once):
            last = min(first + rows_at_once, stop)
            total = np.zeros((last - first, columns - 2))
            for a in range(-1, 2):
                for b in range(3):
                    total = (
                        total + WEIGHTS[a + 1, b] * image[first + a:last
                        + a, b:columns - 2 + b]
                    )
            line_values[first - 1:last - 1] = total
    result.extend(line_values.tolist())
    return True


def blurred(image, rows, columns):
    result = []
    if not loop_by_numpy(rows, columns, WEIGHTS, image, result):
        for i in range(1, rows - 1):
            line = []
            for j in range(1, columns - 1):
                total = 0.0
                for a in range(-1, 2):
                    for b in range(3):
                        total += WEIGHTS[a + 1][b] * image[i + a][b + j - 1]
                line.append(total)
            result.append(line)
    return result


def picture(rows, columns):
    return [[float((i * 31 + j * 17) % 256) for j in range(columns)] for i in range(rows)]


print(blurred(picture(5, 7), 5, 7), blurred(picture(5, 7), 3, 4), blurred(picture(2, 2), 2, 2))
for rows, columns in ((6, 7), (5, 8)):
    try:
        print(blurred(picture(5, 7), rows, columns))
    except IndexError as error:
        print(error)
