import numpy as np


def found_by_numpy(levels, highest, found, deepest):
    """By arrays: a loop of falls(). None: they would differ."""
    levels = np.fromiter(levels, float, len(levels))
    with np.errstate(over="ignore", invalid="ignore"):
        highest_values = levels
        if highest == 0 and np.signbit(highest):
            return None
        if highest_values.view("int64").min(initial=0) == -2**63:
            return None
        highest_1 = np.maximum.accumulate(highest_values)
        np.maximum(highest_1, highest, out=highest_1)
        if highest_values.size:
            at = highest_values.argmax()
            if highest_values[at] != highest_values[at]:
                return None
            if highest_values[at].item() > highest:
                highest = highest_values[at].item()
        fall = highest_1 - levels
        found_values = fall
        deepest_values = fall
        if deepest_values.size:
            at_2 = deepest_values.argmax()
            if deepest_values[at_2] != deepest_values[at_2]:
                return None
            if deepest_values[at_2].item() > deepest:
                deepest = deepest_values[at_2].item()
    found.extend(found_values.tolist())
    return highest, deepest


def falls(levels, start):
    highest = start
    found = []
    deepest = 0.0
    folded = found_by_numpy(levels, highest, found, deepest)
    if folded is None:
        for level in levels:
            if level > highest:
                highest = level
            fall = highest - level
            found.append(fall)
            if fall > deepest:
                deepest = fall
    else:
        highest, deepest = folded
    return found, highest, deepest


levels = [k * 37 % 53 / 4 for k in range(12)]
print(falls(levels, levels[0]), falls([], 1.5), falls(levels, 7.25))
print(falls([0.0, -0.0, 1.0], -0.0), falls([1.0, float("nan"), 2.0], 0.5), falls([1.0, 2.0], float("nan")))
