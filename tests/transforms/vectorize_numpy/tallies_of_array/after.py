import numpy as np


def counts_by_numpy(marks, width, counts, sums, weights):
    """By arrays: a loop of count(). False: not done, they would differ."""
    if (
        type(marks) is not np.ndarray
        or marks.ndim != 1
        or marks.dtype not in ("int64", "float64")
        or type(width) is not int
        or type(counts) is not np.ndarray
        or counts.ndim != 1
        or counts.dtype not in ("int64", "float64")
        or not counts.flags.writeable or not counts.flags.forc
        or type(sums) is not np.ndarray
        or sums.ndim != 1
        or sums.dtype not in ("int64", "float64")
        or not sums.flags.writeable or not sums.flags.forc
        or type(weights) is not np.ndarray
        or weights.ndim != 1
        or weights.dtype not in ("int64", "float64")
    ):
        return False
    if (
        len(weights) < len(marks)
        or marks.dtype == "int64" and not -2**20 <= marks.min(initial=0) <= marks.max(initial=0) <= 2**20
        or abs(width) > 2**20
        or counts.dtype == "int64" and not -2**20 <= counts.min(initial=0) <= counts.max(initial=0) <= 2**20
        or sums.dtype == "int64" and not -2**20 <= sums.min(initial=0) <= sums.max(initial=0) <= 2**20
        or weights.dtype == "int64" and not -2**20 <= weights.min(initial=0) <= weights.max(initial=0) <= 2**20
        or len(marks) > 2**20
        or np.may_share_memory(counts, marks)
        or np.may_share_memory(counts, sums)
        or np.may_share_memory(counts, weights)
        or np.may_share_memory(sums, marks)
        or np.may_share_memory(sums, counts)
        or np.may_share_memory(sums, weights)
    ):
        return False
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            i = np.arange(len(marks))
            if width == 0:
                return False
            place = (i * i + 3) % width
            at = place
            if at.min(initial=0) < -len(counts) or at.max(initial=0) >= len(counts):
                return False
            counts_sums = counts.copy()
            np.add.at(counts_sums, at, 1)
            at_2 = place
            if at_2.min(initial=0) < -len(sums) or at_2.max(initial=0) >= len(sums):
                return False
            sums_values = weights[:len(marks)] * marks
            if sums_values.dtype != sums.dtype:
                return False
            sums_sums = sums.copy()
            np.add.at(sums_sums, at_2, sums_values)
    except FloatingPointError:
        return False
    counts[:] = counts_sums
    sums[:] = sums_sums
    return True


def count(marks, width, counts, weights, sums):
    if not counts_by_numpy(marks, width, counts, sums, weights):
        for i in range(len(marks)):
            place = (i * i + 3) % width
            counts[place] += 1
            sums[place] += weights[i] * marks[i]


def show(marks, width, counts, weights, sums):
    try:
        count(marks, width, counts, weights, sums)
    except (IndexError, TypeError, ZeroDivisionError) as error:
        print(type(error).__name__)
    print(counts, counts.dtype, sums, sums.dtype)


floats = np.array([0.5, 1.25, -3.0, 1e16, 1.0, 1.0])
more = np.array([0.1, 0.2, 0.3, 1.0, 1.0, -1.0])
show(floats, 4, np.zeros(4, dtype=int), more, np.zeros(4))
show(floats, 4, np.zeros(4), more, np.full(5, 0.1))
show(floats, 4, np.zeros(3, dtype=int), more, np.zeros(4))
show(floats, 4, np.zeros(4, dtype=np.uint8), more, np.zeros(4))
show(floats, 4, np.zeros(4, dtype=int), more, np.zeros(4, dtype=int))
show(floats, 4, np.zeros(4, dtype=int), more[:3], np.zeros(4))
show(floats, 0, np.zeros(4, dtype=int), more, np.zeros(4))
show(floats, 4, np.zeros(4, dtype=int), floats, floats)
show(np.arange(6), 4, np.zeros(4, dtype=int), np.arange(6) * 7, np.arange(4))
show(np.arange(6) + 2**62, 4, np.zeros(4, dtype=int), np.arange(6) % 2, np.arange(4))
show(floats[:0], 4, np.zeros(4, dtype=int), more, np.zeros(4))
