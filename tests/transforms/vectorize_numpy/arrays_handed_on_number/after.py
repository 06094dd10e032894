import numpy as np


def large_by_numpy(values, factor):
    """On arrays: a comprehension of scaled()."""
    with np.errstate(over="ignore", invalid="ignore"):
        values_2 = values * factor + 0.5
    return values_2


def scaled(values, factor):
    return [value * factor + 0.5 for value in values]


def far_by_numpy(values, limit, count):
    """On arrays: a loop of far()."""
    with np.errstate(over="ignore", invalid="ignore"):
        mask = np.abs(values) > limit
        count = count + int(np.count_nonzero(mask))
    return count


def far(values, limit):
    count = 0
    for i in range(len(values)):
        if abs(values[i]) > limit:
            count += 1
    return count


def values_by_arrays(values, factor):
    """By arrays, handed on from one loop to the next. None: they would differ."""
    if {*map(type, values)} != {float}:
        return None
    values_array = np.fromiter(values, float, len(values))
    large = large_by_numpy(values_array, factor)
    larger = large_by_numpy(large, factor)
    if len(larger) < 1:
        return None
    count = far_by_numpy(larger, 3.0, 0)
    count_2 = far_by_numpy(large, 1.0, 0)
    return larger[0].item(), larger[-2:].tolist(), count, count_2


def report(values, factor):
    new_values = values_by_arrays(values, factor)
    if new_values is None:
        large = scaled(values, factor)
        larger = scaled(large, factor)
        print("far:", larger[0], larger[-2:], far(larger, 3.0), far(large, 1.0))
    else:
        larger_part, larger_part_2, far_value, far_value_2 = new_values
        print("far:", larger_part, larger_part_2, far_value, far_value_2)


def only_count(values):
    large = scaled(values, 2.0)
    return far(large, 1.5)


def drained(values):
    large = scaled(values, 2.0)
    print(large.pop(), far(large, 1.5))


for numbers in [0.5 * i - 3.0 for i in range(12)], [2.5], [], [1]:
    try:
        report(numbers, 1.5)
    except IndexError as error:
        print(error)
    print(only_count(numbers))
drained([1.0, 2.0, 3.0])
