import numpy as np


def kinds(hours):
    frost, hot = 0, 0
    spans = []
    for day in range(hours.shape[0]):
        low, high = hours[day, 0], hours[day, 0]
        for hour in range(1, hours.shape[1]):
            value = hours[day, hour]
            if value < low:
                low = value
            if value > high:
                high = value
        if low < 0.0:
            frost += 1
        if high >= 30.0:
            hot += 1
        spans.append(high - low)
    return frost, hot, spans


hours = np.array([[(d * 37 + h * 11) % 53 - 9.5 for h in range(6)] for d in range(7)])
print(kinds(hours), kinds(hours.astype(int)), kinds(hours[:0]), kinds(hours[:2, :1]))
hours[2, 3] = float("nan")
print(kinds(hours))
