import contextlib
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


def report(marks):
    for width in 2, 5, 9:
        counts, sums = histogram(marks, width, 20 // width + 1)
        print(width, max(counts), sums[0])


class Noting:
    def __init__(self):
        self.texts = []

    def write(self, text):
        if text.strip():
            marks.append(1)
        self.texts.append(text)


marks = [3, 1, 4]
report(marks)
noting = Noting()
with contextlib.redirect_stdout(noting):
    report(marks)
print(marks, "".join(noting.texts))
