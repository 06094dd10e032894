import numpy as np

WEIGHTS = [[0.25, 0.5, 0.25], [0.5, 1.0, 0.5], [0.25, 0.5, 0.25]]


def image_by_numpy(rows, columns):
    """On arrays: a comprehension of picture(). None: they would differ."""
    if rows < 0 or columns < 0 or type(rows) is not int:
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        rows_at_once = 2**14 // (columns + 1) + 1
        row_values = np.empty((rows, columns))
        for first in range(0, rows, rows_at_once):
            last = min(first + rows_at_once, rows)
            i = np.arange(first, last)[:, None]
            j = np.arange(columns)
            row_values[first:last] = np.float64((i * 31 + j * 17) % 256)
    return row_values


def picture(rows, columns):
    return [[float((i * 31 + j * 17) % 256) for j in range(columns)] for i in range(rows)]


def blur_by_numpy(rows, columns, WEIGHTS, image):
    """On arrays: a loop of blurred(). None: they would differ."""
    if (
        rows - 1 < 1
        or columns - 1 < 1
        or len(WEIGHTS) < 3
        or len(image) < rows
        or type(rows) is not int
    ):
        return None
    if WEIGHTS.shape[1] < 3 or image.shape[1] < columns:
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        stop = rows - 1
        rows_at_once = 2**14 // (columns - 1) + 1
        line_values = np.empty((stop - 1, columns - 2))
        for first in range(1, stop, rows_at_once):
            last = min(first + rows_at_once, stop)
            total = np.zeros((last - first, columns - 2))
            for a in range(3):
                for b in range(3):
                    total = (
                        total + WEIGHTS[a, b] * image[first - 1 + a:last - 1
                        + a, b:columns - 2 + b]
                    )
            line_values[first - 1:last - 1] = total
    return line_values


def blurred(image, rows, columns):
    result = []
    for i in range(1, rows - 1):
        line = []
        for j in range(1, columns - 1):
            total = 0.0
            for a in range(3):
                for b in range(3):
                    total += WEIGHTS[a][b] * image[i + a - 1][j + b - 1]
            line.append(total)
        result.append(line)
    return result


def sharp_by_numpy(blur, image, amount):
    """On arrays: a loop of sharpened(). None: they would differ."""
    if len(image) < len(blur) + 1:
        return None
    if image.shape[1] < len(blur[0]) + 1:
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        stop = len(blur)
        rows_at_once = 2**14 // (len(blur[0]) + 1) + 1
        line_values = np.empty((stop, len(blur[0])))
        for first in range(0, stop, rows_at_once):
            last = min(first + rows_at_once, stop)
            value = (
                image[first + 1:last + 1, 1:len(blur[0]) + 1] + amount
                * (image[first + 1:last + 1, 1:len(blur[0]) + 1]
                - blur[first:last])
            )
            left = np.where(0.0 > value, 0.0, value)
            line_values[first:last] = np.where(255.0 < left, 255.0, left)
    return line_values


def sharpened(image, blur, amount):
    result = []
    for i in range(len(blur)):
        line = []
        for j in range(len(blur[0])):
            value = image[i + 1][j + 1] + amount * (image[i + 1][j + 1] - blur[i][j])
            line.append(min(max(value, 0.0), 255.0))
        result.append(line)
    return result


def values_by_arrays(size, WEIGHTS):
    """By arrays, handed on from one loop to the next. None: they would differ."""
    if type(size) is not int or len({*map(len, WEIGHTS)}) != 1:
        return None
    WEIGHTS_array = np.array(WEIGHTS, dtype=float)
    image = image_by_numpy(size, size + 4)
    if image is None or not len(image):
        return None
    blur = blur_by_numpy(size, size + 4, WEIGHTS_array, image)
    if blur is None or not len(blur):
        return None
    sharp = sharp_by_numpy(blur, image, 1.5)
    if sharp is None or not len(sharp):
        return None
    return blur.tolist(), sharp.tolist(), len(blur)


def run(size):
    # The picture itself is read nowhere else.
    values = values_by_arrays(size, WEIGHTS)
    if values is None:
        image = picture(size, size + 4)
        blur = blurred(image, size, size + 4)
        sharp = sharpened(image, blur, 1.5)
        print(blur, sharp, len(blur))
    else:
        blur, sharp, blur_len = values
        print(blur, sharp, blur_len)


run(6)
run(3)
run(2)
run(0)
run(-1)
run(True)
WEIGHTS = WEIGHTS[:2]
try:
    run(4)
except IndexError as error:
    print(error)
