import numpy as np
import sys


def result_by_numpy(values, result):
    """By arrays: a loop of doubled()."""
    values = np.fromiter(values, float, len(values))
    with np.errstate(over="ignore", invalid="ignore"):
        result_values = values * 2.0
    result.extend(result_values.tolist())


def doubled(values):
    result = []
    result_by_numpy(values, result)
    return result


def shifted(values, amount):
    result = []
    for value in values:
        result.append(value + amount)
    return result


def main(count):
    values = [float(i % 7) for i in range(count)]
    twice = doubled(values)
    moved = shifted(twice, 0.5)
    print(twice, moved)


try:
    main(5)
except KeyboardInterrupt:
    sys.exit("at once")
