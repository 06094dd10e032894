import warnings

import numpy as np


def threshold(image, result, limit, high):
    for y in range(image.shape[0]):
        for x in range(image.shape[1]):
            if image[y, x] > limit and image[y, x] != 77 + y:
                result[y, x] = 255
            else:
                result[y, x] = high


def show(image, result, limit, high):
    try:
        threshold(image, result, limit, high)
    except (OverflowError, TypeError) as error:
        print(type(error).__name__)
    print(result.dtype, result.tolist())


warnings.simplefilter("ignore")
y, x = np.mgrid[0:5, 0:4]
grey = y * 60 + x * 17
for kind in "uint8", "int64", "float64", "int16", "uint64", "float32", "bool":
    show(grey.astype(kind), np.zeros((5, 4), dtype=kind), 140, 0)
    show(grey.astype(kind), np.ones((5, 4), dtype=kind), 140.03, 3)
    show(grey.astype("uint8"), np.zeros((5, 4), dtype=kind), 300, 1)
    show(grey.astype("uint8"), np.zeros((5, 4), dtype=kind), -1, 2.0)
show(grey.astype("uint8"), np.zeros((5, 4), dtype="uint8"), 140, 256)
show(grey.astype("uint8"), np.zeros((5, 4), dtype="int8"), 140, 1)
show(grey.astype("uint8"), np.zeros((5, 4), dtype="uint8"), np.uint8(40), 5)
show(grey.astype("uint8"), np.zeros((5, 4), dtype="uint8"), 10**30, 5)
same = grey.astype("uint8")
show(same, same, 100, 5)
