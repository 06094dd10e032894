import numpy as np


def counts_by_numpy(marks, width, counts, sums):
    """By arrays: a loop of histogram(). False: not done, they would differ."""
    if (
        abs(width) > 2**26
        or min(counts, default=0) < -2**26
        or max(counts, default=0) > 2**26
        or min(sums, default=0) < -2**26
        or max(sums, default=0) > 2**26
        or len(marks) > 2**26
    ):
        return False
    try:
        marks = np.fromiter(marks, int, len(marks))
    except OverflowError:
        return False
    if marks.min(initial=0) < -2**26 or marks.max(initial=0) > 2**26:
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        if width == 0:
            return False
        place = marks // width
        at = place
        if at.min(initial=0) < -len(counts) or at.max(initial=0) >= len(counts):
            return False
        counts_sums = np.array(counts, dtype=int)
        np.add.at(counts_sums, at, 1)
        at_2 = place
        if at_2.min(initial=0) < -len(sums) or at_2.max(initial=0) >= len(sums):
            return False
        sums_values = marks
        sums_sums = np.array(sums, dtype=int)
        np.add.at(sums_sums, at_2, sums_values)
    counts[:] = counts_sums.tolist()
    sums[:] = sums_sums.tolist()
    return True


def histogram(marks, width, classes):
    counts = [0] * classes
    sums = [0] * classes
    if not counts_by_numpy(marks, width, counts, sums):
        for mark in marks:
            place = mark // width
            counts[place] += 1
            sums[place] += mark
    return counts, sums


class Loud:
    def __init__(self, marks):
        self.marks = marks

    def __str__(self):
        self.marks.append(7)
        return "loud"


def labelled(marks, label):
    for width in 2, 5, 9:
        counts, sums = histogram(marks, width, 20 // width + 1)
        print(label, max(counts), sums[0])


def longer(marks):
    for width in 2, 5:
        marks = marks + marks
        counts, sums = histogram(marks, width, 20 // width + 1)
        print(max(counts), sums[0])


def between(marks):
    for width in 2, 5:
        marks.append(width)
        counts, sums = histogram(marks, width, 20 // width + 1)
        print(max(counts), sums[0])


marks = [3, 1, 4]
longer(marks)
between(marks)
labelled(marks, Loud(marks))
print(marks)
