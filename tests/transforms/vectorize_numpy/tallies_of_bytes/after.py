import numpy as np


def counts_by_numpy(image, counts, other):
    """By arrays: a loop of histogram(). False: not done, they would differ."""
    if (
        type(image) is not np.ndarray
        or image.ndim != 2
        or image.dtype not in ("int64", "float64", "uint8", "int8", "uint16", "int16", "uint32", "int32")
        or len(image) == 0
        or type(counts) is not np.ndarray
        or counts.ndim != 1
        or counts.dtype not in ("int64", "float64")
        or not counts.flags.writeable or not counts.flags.forc
    ):
        return False
    if (
        image.dtype == "int64" and not -2**26 <= image.min(initial=0) <= image.max(initial=0) <= 2**26
        or counts.dtype == "int64" and not -2**26 <= counts.min(initial=0) <= counts.max(initial=0) <= 2**26
        or {*map(type, other)} != {float}
        or len(image) > 2**26
        or np.may_share_memory(counts, image)
    ):
        return False
    if len(image[0]) > 2**26:
        return False
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            y = np.arange(len(image))[:, None]
            at = image.ravel()
            if (
                at.dtype.kind not in "iu"
                or at.min(initial=0) < -len(counts)
                or at.max(initial=0) >= len(counts)
            ):
                return False
            counts_sums = counts.copy()
            np.add.at(counts_sums, at, 1)
            mask = image > 100
            at_2 = (np.broadcast_to(y, (len(image), len(image[0]))))[mask]
            if at_2.min(initial=0) < -len(other) or at_2.max(initial=0) >= len(other):
                return False
            other_values = (np.broadcast_to(0.1, (len(image), len(image[0]))))[mask]
            other_sums = np.array(other, dtype=float)
            np.subtract.at(other_sums, at_2, other_values)
    except FloatingPointError:
        return False
    counts[:] = counts_sums
    other[:] = other_sums.tolist()
    return True


def histogram(image, counts, other):
    if not counts_by_numpy(image, counts, other):
        for y in range(image.shape[0]):
            for x in range(image.shape[1]):
                counts[image[y, x]] += 1
                if image[y, x] > 100:
                    other[y] -= 0.1


def show(image, counts, other):
    try:
        histogram(image, counts, other)
    except (IndexError, TypeError) as error:
        print(type(error).__name__)
    print(list(counts), other)


y, x = np.mgrid[0:5, 0:6]
grey = (y * y * 7 + x * 17) % 160
for kind in "uint8", "int64", "int16", "uint64", "float64", "bool":
    show(grey.astype(kind), [0] * 160, [0.3] * 5)
    show(grey.astype(kind), np.zeros(160, dtype=int), [0.3] * 5)
show(grey.astype("uint8"), [0] * 130, [0.3] * 5)
show(grey.astype("uint8"), [0] * 160, [0.3] * 4)
show(grey - 10, [0] * 160, [0.3] * 5)
show(grey - 170, [0] * 160, [0.3] * 5)
show((grey - 10).astype("int8"), [0] * 160, [0.3] * 5)
show(grey, grey[0], [0.3] * 5)
show(grey[:0], [], [])
show(grey, [2**63 - 1] * 160, [0.3] * 5)
