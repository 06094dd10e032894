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


def values_as_array(values, windows):
    """For all turns of the loop. None: they would differ."""
    if type(windows) not in (list, tuple, range):
        return None
    if type(windows) is not range and not {*map(type, windows)} <= {int, float, str}:
        return None
    return np.fromiter(values, float, len(values))


def averages_min_and_crossings_value_by_arrays(values, window, values_array):
    """By arrays, handed on from one loop to the next. None: they would differ."""
    if values_array is None:
        return None
    averages = averages_by_numpy(values_array, window)
    if averages is None:
        return None
    if len(averages) < 1:
        return None
    least = averages[averages.argmin()].item()
    if least != least:
        return None
    count = crossings_by_numpy(averages, values_array, window, 0)
    if count is None:
        return None
    return least, count


def report_all(values, windows):
    values_array = values_as_array(values, windows)
    for window in windows:
        new_values = averages_min_and_crossings_value_by_arrays(values, window, values_array)
        if new_values is None:
            averages = averages_of(values, window)
            print(window, min(averages), crossings(values, averages, window))
        else:
            averages_min, crossings_value = new_values
            print(window, averages_min, crossings_value)
    else:
        print("last:", window)


for numbers in [0.1 * (i * 7 % 13) - 0.5 for i in range(40)], [-0.0, 0.0], [1.0, float("nan"), 2.0], [2.5], []:
    for windows in (1, 2, 5), (0,), ():
        try:
            report_all(numbers, windows)
        except (ValueError, NameError, ZeroDivisionError) as error:
            print(type(error).__name__, error)
