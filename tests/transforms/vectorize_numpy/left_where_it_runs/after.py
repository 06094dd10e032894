import numpy as np


def found_by_numpy(marks, start, heights, last, count, weight, least, found, longest):
    """By arrays: a loop of long_runs(). None: they would differ."""
    if (
        len(marks) < 1
        or len(heights) < len(marks) - 1
        or abs(start) > 2**52
        or abs(least) > 2**52
    ):
        return None
    try:
        marks = np.fromiter(marks, int, len(marks))
    except OverflowError:
        return None
    heights = np.fromiter(heights, float, len(heights))
    if marks.min(initial=0) < -2**52 or marks.max(initial=0) > 2**52:
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        step = marks[1:] - marks[:len(marks) - 1]
        here_1 = step > 0
        at = np.flatnonzero(here_1)
        i = at + 1
        start_left = np.append(start, i)
        start_before_2 = start_left[:-1]
        start = start_left[-1].item()
        last_left = np.append(last, heights[i - 1] * 0.5)
        last_before_3 = last_left[:-1]
        last = last_left[-1].item()
        length = i - start_before_2
        count = count + len(at)
        weight_values = heights[i - 1] * length + last_before_3
        weight_sum = weight
        for start_2 in range(0, len(weight_values), 2**16):
            weight_sum = np.add.accumulate(np.append(weight_sum, weight_values[start_2:start_2 + 2**16]))[-1]
        if weight_values.size:
            weight = weight_sum.item()
        mask = length >= least
        found_values = start_before_2[mask]
        found_values_2 = length[mask]
        at_2 = start_before_2 % 5
        if (
            np.min(at_2, initial=0) < -len(marks)
            or np.max(at_2, initial=0) >= len(marks)
        ):
            return None
        found_values_3 = (marks[at_2] + step[at])[mask]
        longest_values = length
        if longest_values.size:
            at_3 = longest_values.argmax()
            if longest_values[at_3].item() > longest:
                longest = longest_values[at_3].item()
    found.extend(zip(found_values.tolist(), found_values_2.tolist(), found_values_3.tolist()))
    return start, last, count, weight, longest


def long_runs(heights, marks, start, least):
    found = []
    count = 0
    weight = 0.0
    longest = 0
    last = -1.5
    folded = found_by_numpy(marks, start, heights, last, count, weight, least, found, longest)
    if folded is None:
        for i in range(1, len(marks)):
            step = marks[i] - marks[i - 1]
            if step > 0:
                length = i - start
                count += 1
                weight += heights[i - 1] * length + last
                if length >= least:
                    found.append((start, length, marks[start % 5] + step))
                if length > longest:
                    longest = length
                start = i
                last = heights[i - 1] * 0.5
    else:
        start, last, count, weight, longest = folded
    return found, count, weight, longest, start, last


def main():
    marks = [i * i // 11 % 7 for i in range(400)]
    heights = [0.25 * (i % 9) - 0.5 for i in range(399)]
    found, *rest = long_runs(heights, marks, 0, 2)
    print(found[:5], len(found), rest)
    print(long_runs([], [], 0, 2), long_runs([1.5], [0, 1], 0, 1))
    print(long_runs([-0.0] * 4, [3, 3, 3, 3, 3], 1, 1))


main()
