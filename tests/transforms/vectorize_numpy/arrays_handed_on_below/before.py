import math


def spread(values, count):
    total = 0.0
    for value in values:
        total += value
    mean = total / count
    squares = []
    for value in values:
        squares.append((value - mean) * (value - mean))
    return squares, mean


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
print(spread(readings, 40))
