import numpy as np


def averages_by_numpy(values, window):
    """On arrays: a loop of averages_of(). None: they would differ."""
    if (
        (len(values) - window) + 1 < 0
        or len(values) < (len(values) - window) + window
        or abs(window) > 2**52
    ):
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        stop = (len(values) - window) + 1
        averages_values = np.empty(stop)
        for first in range(0, stop, 2**14):
            last = min(first + 2**14, stop)
            total = np.zeros(last - first)
            for k in range(window):
                total += values[first + k:last + k]
            if window == 0:
                return None
            averages_values[first:last] = total / window
    return averages_values


def averages_of(values, window):
    averages = []
    for i in range(len(values) - window + 1):
        total = 0.0
        for k in range(window):
            total += values[i + k]
        averages.append(total / window)
    return averages


def crossings_by_numpy(averages, values, window, count):
    """On arrays: a loop of crossings(). None: they would differ."""
    if len(averages) < 1 or abs(window) > 2**52:
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        stop = len(averages)
        for first in range(1, stop, 2**14):
            last = min(first + 2**14, stop)
            i = np.arange(first, last)
            at = i + window - 2
            if (
                np.min(at, initial=0) < -len(values)
                or np.max(at, initial=0) >= len(values)
            ):
                return None
            before = values[at] - averages[first - 1:last - 1]
            at_2 = i + window - 1
            if (
                np.min(at_2, initial=0) < -len(values)
                or np.max(at_2, initial=0) >= len(values)
            ):
                return None
            now = values[at_2] - averages[first:last]
            mask = before <= 0
            mask_2 = mask & (0 < now)
            mask_3 = before >= 0
            mask_4 = mask_2 | mask_3 & (0 > now)
            count = count + int(np.count_nonzero(mask_4))
    return count


def crossings(values, averages, window):
    count = 0
    for i in range(1, len(averages)):
        before = values[i + window - 2] - averages[i - 1]
        now = values[i + window - 1] - averages[i]
        if before <= 0 < now or before >= 0 > now:
            count += 1
    return count


def values_by_arrays(values, window):
    """By arrays, handed on from one loop to the next. None: they would differ."""
    values_array = np.fromiter(values, float, len(values))
    averages = averages_by_numpy(values_array, window)
    if averages is None:
        return None
    if len(averages) < 1:
        return None
    most = averages[averages.argmax()].item()
    if most != most:
        return None
    least = averages[averages.argmin()].item()
    if least != least:
        return None
    count = crossings_by_numpy(averages, values_array, window, 0)
    if count is None:
        return None
    return most, least, sum(averages.tolist()), averages[0].item(), count


def report(values, window):
    new_values = values_by_arrays(values, window)
    if new_values is None:
        averages = averages_of(values, window)
        print(window, max(averages), min(averages), sum(averages), averages[0], crossings(values, averages, window))
    else:
        averages_max, averages_min, averages_sum, averages_part, crossings_value = new_values
        print(window, averages_max, averages_min, averages_sum, averages_part, crossings_value)


def pick(values, window):
    averages = averages_of(values, window)
    print(max(averages, default=0), crossings(values, averages, window))


NAN, INF = float("nan"), float("inf")
for numbers in (
    [0.1 * (i * 7 % 13) - 0.5 for i in range(40)],
    [0.0, -0.0, 0.0, -0.0, -0.0],
    [-0.0, -0.0, -0.0, 0.0],
    [1.0, NAN, 2.0, 3.0, 0.5],
    [1.0, 2.0, 3.0, NAN],
    [INF, 1.0, -INF, 2.0],
    [1e308, 1e308, -1e308],
    [1e16, 1.0, 1.0, 1.0, -1e16, 3.0],
    [2.5],
    [],
):
    for size in 1, 2, 3:
        try:
            report(numbers, size)
        except ValueError as error:
            print(error)
        pick(numbers, size)
