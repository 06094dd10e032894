import numpy as np


def found_by_numpy(values, found):
    """By arrays: a loop of labelled()."""
    values = np.fromiter(values, float, len(values))
    with np.errstate(over="ignore", invalid="ignore"):
        i = np.arange(len(values))
        found_values = i
        mask = values > 2.0
        found_values_2 = np.where(mask, "high", "low")
    found.extend(zip(found_values.tolist(), found_values_2.tolist()))


def labelled(values):
    found = []
    found_by_numpy(values, found)
    return found


print(labelled([1.0, 3.0, 2.0]))
