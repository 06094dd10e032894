import math
import numpy as np


def spread(values, count):
    total = 0.0
    for value in values:
        total += value
    mean = total / count
    squares = []
    for value in values:
        squares.append((value - mean) * (value - mean))
    return squares, mean


def readings_by_numpy():
    """On arrays: a comprehension."""
    with np.errstate(over="ignore", invalid="ignore"):
        i = np.arange(40)
        values = 0.5 * i - 7.0
    return values


def scaled_by_numpy(readings):
    """On arrays: a comprehension."""
    with np.errstate(over="ignore", invalid="ignore"):
        values = readings * 3.0 + 1.0
    return values


def heights_by_numpy(scaled):
    """On arrays: a loop."""
    with np.errstate(over="ignore", invalid="ignore"):
        heights_values = np.sqrt(np.abs(scaled))
        lows_values = scaled - 2.5
    return heights_values, lows_values


def count_by_numpy(lows, count):
    """On arrays: a loop."""
    with np.errstate(over="ignore", invalid="ignore"):
        mask = lows > 0.5
        count = count + int(np.count_nonzero(mask))
    return count


def values_by_arrays():
    """By arrays, handed on from one loop to the next. None: they would differ."""
    readings = readings_by_numpy()
    scaled = scaled_by_numpy(readings)
    values = heights_by_numpy(scaled)
    heights, lows = values
    count = count_by_numpy(lows, 0)
    if len(scaled) < 4:
        return None
    return readings.tolist(), heights.tolist(), count, scaled[3].item()


new_values = values_by_arrays()
if new_values is None:
    readings = [0.5 * i - 7.0 for i in range(40)]
    scaled = [value * 3.0 + 1.0 for value in readings]
    heights, lows = [], []
    for value in scaled:
        heights.append(math.sqrt(abs(value)))
        lows.append(value - 2.5)
    count = 0
    for low in lows:
        if low > 0.5:
            count += 1

    print(scaled[3], heights, count)
else:
    readings, heights, count, scaled_part = new_values
    print(scaled_part, heights, count)
print(spread(readings, 40))
