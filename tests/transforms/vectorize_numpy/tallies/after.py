import numpy as np


def counts_by_numpy(marks, weights, width, counts, high, sums):
    """By arrays: a loop of histogram(). False: not done, they would differ."""
    size = min(len(marks), len(weights))
    if (
        abs(width) > 2**52
        or min(counts, default=0) < -2**52
        or max(counts, default=0) > 2**52
        or abs(high) > 2**52
        or counts is marks
    ):
        return False
    try:
        marks = np.fromiter(marks, int, len(marks))
    except OverflowError:
        return False
    weights = np.fromiter(weights, float, len(weights))
    if marks.min(initial=0) < -2**52 or marks.max(initial=0) > 2**52:
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        if width == 0:
            return False
        place = marks[:size] // width
        at = place
        if at.min(initial=0) < -len(counts) or at.max(initial=0) >= len(counts):
            return False
        counts_sums = np.array(counts, dtype=int)
        np.add.at(counts_sums, at, 1)
        mask = marks[:size] > high
        at_2 = place[mask]
        if at_2.min(initial=0) < -len(sums) or at_2.max(initial=0) >= len(sums):
            return False
        sums_values = (weights[:size] * 0.5)[mask]
        sums_sums = np.array(sums, dtype=float)
        np.subtract.at(sums_sums, at_2, sums_values)
    counts[:] = counts_sums.tolist()
    sums[:] = sums_sums.tolist()
    return True


def histogram(marks, weights, width, counts, sums, high):
    if not counts_by_numpy(marks, weights, width, counts, high, sums):
        for mark, weight in zip(marks, weights):
            place = mark // width
            counts[place] += 1
            if mark > high:
                sums[place] -= weight * 0.5
    return counts, sums


def show(marks, weights, width, classes, high):
    counts, sums = [0] * classes, [0.1, -0.0, 0.0, 1e16][:classes]
    try:
        print(histogram(marks, weights, width, counts, sums, high))
    except (IndexError, ZeroDivisionError) as error:
        print(error)
    print(counts, sums)


NAN, INF = float("nan"), float("inf")
some = [7, 3, 0, 9, 3, 5, 1, 8, 2, 9]
show(some, [0.1 * k for k in some], 3, 4, 2)
show(some, [0.1 * k for k in some], 4, 4, 20)
show([-1, -4, 3, 2, -2], [1.0, 2.0, NAN, INF, -INF], 1, 4, -9)
show([-1, -5, 3], [1.0, 2.0, 4.0], 1, 4, -9)
show([1, 2, 4], [1.0, 2.0, 4.0], 1, 4, -9)
show([1, 2, 4], [1.0, 2.0], 1, 4, 2)
show([1, 2], [1.0, 2.0], 0, 4, 2)
show([], [], 1, 4, 0)
show([], [], 1, 0, 0)
show([2**70, 1], [1.0, 2.0], 2**69, 4, 0)
same = [1, 1, 2, 0]
try:
    print(histogram(same, [0.5] * 4, 1, same, [0.0] * 9, 0))
except IndexError as error:
    print(error)
print(same)
