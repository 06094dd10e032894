import numpy as np


def sums_by_numpy(values, sums, offset):
    """By arrays: a loop of prefix_sums(). False: not done, they would differ."""
    if (
        len(sums) < 1
        or len(sums) < len(values) + 1
        or min(sums, default=0) < -2**20
        or max(sums, default=0) > 2**20
        or abs(offset) > 2**20
        or len(values) > 2**20
    ):
        return False
    try:
        values = np.fromiter(values, int, len(values))
    except OverflowError:
        return False
    if values.min(initial=0) < -2**20 or values.max(initial=0) > 2**20:
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        added = values * offset
        sums_2 = np.asarray(added, dtype=np.result_type(added, np.asarray(sums[0])))
        sums_2[:1] = sums[0] + sums_2[:1]
        np.add.accumulate(sums_2, out=sums_2)
        sums_values = sums_2
    sums[1:len(values) + 1] = sums_values.tolist()
    return True


def prefix_sums(values, offset):
    sums = [0] * (len(values) + 1)
    if not sums_by_numpy(values, sums, offset):
        for i in range(len(values)):
            sums[i + 1] = sums[i] + values[i] * offset
    return sums


def levels(rains, used):
    filled = [1.5] * len(rains)
    for i in range(1, len(rains)):
        filled[i] = filled[i - 1] - used[i] * 0.5
    return filled


print(prefix_sums([k * 7 % 11 for k in range(10)], 3), prefix_sums([], 2), prefix_sums([2**50, 2**50], 2**15))
