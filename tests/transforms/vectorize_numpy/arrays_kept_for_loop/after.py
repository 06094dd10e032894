import numpy as np


def counts_by_numpy(marks, width, counts, sums):
    """On arrays: a loop of histogram(). False: not done, they would differ."""
    if (
        marks.min(initial=0) < -2**26
        or marks.max(initial=0) > 2**26
        or abs(width) > 2**26
        or counts.min(initial=0) < -2**26
        or counts.max(initial=0) > 2**26
        or sums.min(initial=0) < -2**26
        or sums.max(initial=0) > 2**26
        or len(marks) > 2**26
    ):
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        if width == 0:
            return False
        place = marks // width
        at = place
        if at.min(initial=0) < -len(counts) or at.max(initial=0) >= len(counts):
            return False
        counts_sums = counts.copy()
        np.add.at(counts_sums, at, 1)
        at_2 = place
        if at_2.min(initial=0) < -len(sums) or at_2.max(initial=0) >= len(sums):
            return False
        sums_values = marks
        sums_sums = sums.copy()
        np.add.at(sums_sums, at_2, sums_values)
    counts[:] = counts_sums
    sums[:] = sums_sums
    return True


def histogram(marks, width, classes):
    counts = [0] * classes
    sums = [0] * classes
    for mark in marks:
        place = mark // width
        counts[place] += 1
        sums[place] += mark
    return counts, sums


def marks_as_array(marks):
    """For all turns of the loop. None: they would differ."""
    try:
        return np.fromiter(marks, int, len(marks))
    except OverflowError:
        return None


def values_by_arrays(marks, width, marks_array):
    """By arrays. None: they would differ."""
    if type(width) is not int or marks_array is None:
        return None
    if width == 0:
        return None
    if max(100 // width, 0) > 10**8:
        return None
    counts = np.full(max(100 // width, 0), 0)
    if max(100 // width, 0) > 10**8:
        return None
    sums = np.full(max(100 // width, 0), 0)
    if not counts_by_numpy(marks_array, width, counts, sums):
        return None
    if len(counts) < 1:
        return None
    most = counts[counts.argmax()].item()
    least = counts[counts.argmin()].item()
    return most, least, counts[:5].tolist(), sums[:5].tolist()


def report(marks):
    marks_array = marks_as_array(marks)
    for width in (2, 5, 10, 0, 25):
        values = values_by_arrays(marks, width, marks_array)
        if values is None:
            counts, sums = histogram(marks, width, 100 // width)
            print(width, max(counts), min(counts), counts[:5], sums[:5])
        else:
            counts_max, counts_min, counts_part, sums_part = values
            print(width, counts_max, counts_min, counts_part, sums_part)


for marks in [k * 37 % 100 for k in range(200)], [], [3], [-1, 5], [99, 100], [2 ** 70]:
    try:
        report(marks)
    except (IndexError, ZeroDivisionError, ValueError) as error:
        print(type(error).__name__, error)
