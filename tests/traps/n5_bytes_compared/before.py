import warnings

import numpy as np


def white(image, result, limit):
    for y in range(image.shape[0]):
        for x in range(image.shape[1]):
            result[y, x] = 255 if image[y, x] > limit else 0


def steep(image, found):
    for y in range(image.shape[0]):
        for x in range(image.shape[1] - 1):
            found[y, x] = image[y, x + 1] - image[y, x] > 10


def edges(image, found):
    for y in range(image.shape[0] - 1):
        for x in range(image.shape[1] - 1):
            found[y, x] = image[y, x] != image[y, x + 1] or not image[y, x] <= image[y + 1, x]


def least(image, low):
    for y in range(image.shape[0]):
        for x in range(image.shape[1]):
            if image[y, x] < low:
                low = image[y, x]
    return low


def marked(image, result, other):
    for y in range(image.shape[0]):
        for x in range(image.shape[1]):
            if image[y, x] == other[y, x]:
                result[y, x] = y * 100 + x
            elif image[y, x] >= x:
                result[y, x] = -1
            else:
                result[y, x] = image[y, x]


def itself(image):
    for y in range(image.shape[0]):
        for x in range(image.shape[1]):
            if image[y, x] < 100:
                image[y, x] = 0


def bright(image):
    count = 0
    for row in image:
        for pixel in row:
            if pixel > 100:
                count += 1
    return count


def shown(function, *given):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            print(repr(function(*given)))
        except Exception as error:
            print(type(error).__name__)
    print(function.__name__, [str(one.message)[:60] for one in caught])
    for one in given:
        print("   ", type(one).__name__, getattr(one, "dtype", ""), repr(one))


grey = np.arange(20).reshape(4, 5) * 37 % 200
for kind in "int64", "uint8", "int8", "uint32", "uint64", "float64", "float32", "float16", "bool", ">u2", "object":
    image = grey.astype(kind)
    for limit in 100, 140.03, 300, -1, 2**70, np.uint8(9), np.int64(100), np.float32(0.1), True, float("nan"), "a":
        shown(white, image, np.zeros((4, 5), dtype=kind), limit)
    shown(white, grey.astype("uint8"), np.zeros((4, 5), dtype=kind), 100)
    shown(steep, image, np.zeros((4, 5), dtype=bool))
    shown(edges, image, np.zeros((4, 5), dtype=bool))
    shown(edges, image, np.zeros((4, 5), dtype=kind))
    shown(least, image, 1000)
    shown(least, image, 5)
    shown(marked, image, np.zeros((4, 5), dtype=kind), grey)
    shown(marked, grey.astype("uint8"), np.zeros((4, 5), dtype=kind), image)
    shown(itself, image.copy())
    shown(bright, image)
