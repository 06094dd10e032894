import sys
import warnings

import numpy as np

warnings.simplefilter("error")
count = int(sys.argv[1]) if len(sys.argv) > 1 else 9


def threshold(image, limit, result):
    for y in range(image.shape[0]):
        for x in range(image.shape[1]):
            if image[y, x] > limit:
                result[y, x] = 255
            else:
                result[y, x] = 0


def signs(values, result):
    for i in range(len(values)):
        if values[i] > 0:
            result[i] = 1
        elif values[i] < 0:
            result[i] = -1
        else:
            result[i] = 0


def large(values, result):
    for i in range(len(values)):
        if values[i] > 2:
            result[i] = 70000
        else:
            result[i] = -40000


def some(values, result):
    for i in range(len(values)):
        if values[i] > 2:
            result[i] = 300


def falling(values):
    lowest = values[0]
    found = np.zeros(len(values))
    for i in range(len(values)):
        if values[i] < lowest:
            lowest = values[i]
        found[i] = values[i] - lowest
    return lowest, found.tolist()


def attempt(function, *given):
    try:
        print(function.__name__, function(*given), *(one.tolist() for one in given if type(one) is np.ndarray))
    except (OverflowError, IndexError, ValueError, TypeError, Warning) as error:
        print(type(error).__name__, error, given[-1].tolist())


TYPES = "uint8", "int8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float64", "float32", "bool", "object"
for kind in TYPES:
    image = (np.arange(count * 4) * 37 % 200).astype("int64").reshape(count, 4).astype(kind)
    result = np.full((count, 4), 7).astype(kind)
    for limit in 100, 100.5, -1, 300, np.int64(3):
        attempt(threshold, image, limit, result)
    attempt(threshold, image, 3, result[:, ::-1])
    attempt(threshold, image, 3, image)
    values = (np.arange(count) - 3).astype("int64").astype(kind)
    for other in TYPES:
        result = np.zeros(count).astype(other)
        attempt(signs, values, result)
        attempt(large, values, result)
        attempt(some, values, result)
    attempt(falling, values)
for values in [1.0, -0.0, 0.0, -2.0], [0.0, -0.0], [np.nan, 1.0], [1.0, np.nan, -1.0], [np.inf, -np.inf], [3.0]:
    attempt(falling, np.array(values))
    attempt(falling, np.array(values)[::-1])
    attempt(falling, np.array(values)[::2])
