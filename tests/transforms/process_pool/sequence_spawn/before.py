import sys

RATES = {}


def make_values(count):
    return [n * 37 % 101 + 0.5 for n in range(count)]


def growth(values, region):
    total = 0.0
    for value in values:
        for year in range(50):
            total += value * RATES[region] ** year
    return total


def spread(values):
    low = high = values[0]
    for a in values:
        for b in values[:20]:
            if abs(a - b) > high - low:
                low, high = min(a, b), max(a, b)
    return low, high


RATES["north"] = 1.01 if len(sys.argv) < 9 else 1.02
print("report")
values = make_values(300)
slow = growth(values, "north")
low, high = spread(values)
print(slow, low, high)
