import numpy as np


def result_by_numpy(height, width, image, limit, result, marked):
    """By arrays: a loop of threshold(). False: not done, they would differ."""
    if (
        type(height) is not int
        or type(width) is not int
        or type(image) is not np.ndarray
        or image.ndim != 2
        or image.dtype not in ("int64", "float64")
        or len(image) == 0
        or type(result) is not np.ndarray
        or result.ndim != 2
        or result.dtype not in ("int64", "float64")
        or len(result) == 0
        or not result.flags.writeable or not result.flags.forc
        or type(marked) is not np.ndarray
        or marked.ndim != 2
        or marked.dtype not in ("int64", "float64", "uint8", "int8", "uint16", "int16", "uint32", "int32")
        or len(marked) == 0
        or not marked.flags.writeable or not marked.flags.forc
    ):
        return False
    if (
        height < 0
        or width < 0
        or len(image) < height
        or len(marked) < height
        or len(result) < height
        or marked.shape[1] < width
        or result.shape[1] < width
        or image.dtype == "int64" and not -2**52 <= image.min(initial=0) <= image.max(initial=0) <= 2**52
        or type(limit) not in (int, float, np.int64, np.float64)
        or type(limit) in (int, np.int64) and not -2**52 <= limit <= 2**52
        or np.may_share_memory(result, image)
        or np.may_share_memory(result, marked)
        or np.may_share_memory(marked, image)
        or np.may_share_memory(marked, result)
    ):
        return False
    if image.shape[1] < width:
        return False
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            rows_at_once = 2**14 // (width + 1) + 1
            for first in range(0, height, rows_at_once):
                last = min(first + rows_at_once, height)
                mask = image[first:last, :width] > limit
                result_1 = image[first:last, :width] * 2
                marked_2 = np.uint8(1)
                others = np.logical_not(mask)
                result_1_2 = image[first:last, :width]
                if np.asarray(result_1_2).dtype != np.asarray(result_1).dtype:
                    return False
                result_1 = np.where(others, result_1_2, result_1)
                marked_2 = np.where(others, np.uint8(0), marked_2)
                result_values = result_1
                if result_values.dtype != result.dtype and (result.dtype == "int64" or np.any(np.abs(result_values) > 2**53)):
                    return False
                marked_values = marked_2
                if marked.dtype.kind in "iu" and not np.iinfo(marked.dtype).min <= 0 <= 1 <= np.iinfo(marked.dtype).max:
                    return False
                result[first:last, :width] = result_values
                marked[first:last, :width] = marked_values
    except FloatingPointError:
        return False
    return True


def threshold(image, limit):
    height, width = image.shape
    result = np.zeros((height, width))
    marked = np.zeros((height, width), dtype=int)
    if not result_by_numpy(height, width, image, limit, result, marked):
        for y in range(height):
            for x in range(width):
                if image[y, x] > limit:
                    result[y, x] = image[y, x] * 2
                    marked[y, x] = 1
                else:
                    result[y, x] = image[y, x]
                    marked[y, x] = 0
    return result.tolist(), marked.tolist()


image = np.array([[(y * 37 + x * 11) % 53 for x in range(5)] for y in range(4)])
print(threshold(image, 20), threshold(image / 4, 5.5), threshold(image[:0], 1))
