import warnings

import numpy as np


def result_by_numpy(image, limit, result, high):
    """By arrays: a loop of threshold(). False: not done, they would differ."""
    if (
        type(image) is not np.ndarray
        or image.ndim != 2
        or image.dtype not in ("int64", "float64", "uint8", "int8", "uint16", "int16", "uint32", "int32")
        or image.dtype not in ("int64", "float64") and type(limit) is not int
        or len(image) == 0
        or type(result) is not np.ndarray
        or result.ndim != 2
        or result.dtype not in ("int64", "float64", "uint8", "int8", "uint16", "int16", "uint32", "int32")
        or len(result) == 0
        or not result.flags.writeable or not result.flags.forc
    ):
        return False
    if (
        len(result) < len(image)
        or result.shape[1] < len(image[0])
        or image.dtype == "int64" and not -2**52 <= image.min(initial=0) <= image.max(initial=0) <= 2**52
        or type(limit) not in (int, float, np.int64, np.float64)
        or type(limit) in (int, np.int64) and not -2**52 <= limit <= 2**52
        or type(high) not in (int, float, np.int64, np.float64)
        or type(high) in (int, np.int64) and not -2**52 <= high <= 2**52
        or np.may_share_memory(result, image)
    ):
        return False
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            stop = len(image)
            rows_at_once = 2**14 // (len(image[0]) + 1) + 1
            for first in range(0, stop, rows_at_once):
                last = min(first + rows_at_once, stop)
                y = np.arange(first, last)[:, None]
                mask = image[first:last] > limit
                mask_2 = mask & (image[first:last] != 77 + y)
                result_1 = 255
                others = np.logical_not(mask_2)
                result_1_2 = high
                if np.asarray(result_1_2).dtype != np.asarray(result_1).dtype:
                    return False
                result_1 = np.where(others, result_1_2, result_1)
                result_values = result_1
                if result_values.dtype != result.dtype and (result.dtype == "int64" or np.any(np.abs(result_values) > 2**53)):
                    return False
                if result.dtype not in (result_values.dtype, "float64") and (result_values.dtype != "int64" or result_values.min(initial=0) < np.iinfo(result.dtype).min or result_values.max(initial=0) > np.iinfo(result.dtype).max):
                    return False
                result[first:last, :len(image[0])] = result_values
    except FloatingPointError:
        return False
    return True


def threshold(image, result, limit, high):
    if not result_by_numpy(image, limit, result, high):
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
