import numpy as np


def out_by_numpy(signal, taps, weights, out):
    """By arrays: a loop of smooth(). False: not done, they would differ."""
    if (
        (len(signal) - taps) + 1 < 0
        or len(signal) < (len(signal) - taps) + taps
        or len(weights) < taps
    ):
        return False
    signal = np.fromiter(signal, float, len(signal))
    with np.errstate(over="ignore", invalid="ignore"):
        stop = (len(signal) - taps) + 1
        out_values = np.empty(stop)
        for first in range(0, stop, 2**14):
            last = min(first + 2**14, stop)
            total = np.zeros(last - first)
            for j in range(taps):
                total += weights[j] * signal[first + j:last + j]
            out_values[first:last] = total
    out.extend(out_values.tolist())
    return True


def smooth(signal, weights):
    out = []
    taps = len(weights)
    if not out_by_numpy(signal, taps, weights, out):
        for i in range(len(signal) - taps + 1):
            total = 0.0
            for j in range(taps):
                total += weights[j] * signal[i + j]
            out.append(total)
    return out


def averages(signal, taps, count):
    out = []
    for i in range(count):
        total = 0.0
        for j in range(taps):
            total += signal[i + j]
        out.append(total / taps)
    return out


numbers = [(i * 37 % 11) / 7 for i in range(30)]
print(smooth(numbers, [0.25, 0.5, 0.125, -0.1]))
print(smooth(numbers, []), smooth([], [1.0]), smooth([2.0], [3.0]))
print(averages(numbers, 5, 26), averages(numbers, 3, 0))
for taps, count in ((5, 27), (0, 2), (-1, 3)):
    try:
        print(averages(numbers, taps, count))
    except (IndexError, ZeroDivisionError) as error:
        print(error)
