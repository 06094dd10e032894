import numpy as np


def found_by_numpy(values, limit, found):
    """By arrays: a loop of crossings(). False: not done, they would differ."""
    if len(values) < 1:
        return False
    values = np.fromiter(values, float, len(values))
    with np.errstate(over="ignore", invalid="ignore"):
        i = np.arange(1, len(values))
        mask = values[:len(values) - 1] < limit
        mask_2 = mask & (values[1:] >= limit)
        found_values = i[mask_2]
        found_values_2 = values[1:][mask_2]
        found_values_3 = (values[1:] > 2 * limit)[mask_2]
    found.extend(zip(found_values.tolist(), found_values_2.tolist(), found_values_3.tolist()))
    return True


def crossings(values, limit):
    found = []
    if not found_by_numpy(values, limit, found):
        for i in range(1, len(values)):
            if values[i - 1] < limit and values[i] >= limit:
                found.append((i, values[i], values[i] > 2 * limit))
    return found


values = [k * 37 % 53 / 4 for k in range(60)]
print(crossings(values, 3.0), crossings(values, 100.0), crossings([], 1.0), crossings([0.0, 5.0], 5.0))
print(crossings([float("nan"), 2.0, -0.0, 0.0], 0.0))
pairs = crossings(values, 2.0)
print({type(one) for pair in pairs for one in pair}, pairs[0] == (pairs[0][0], pairs[0][1], False))
