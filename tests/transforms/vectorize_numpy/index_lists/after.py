import numpy as np


def out_by_numpy(places, out, values, factors):
    """By arrays: a loop of gather(). False: not done, they would differ."""
    if {*map(type, places)} != {int}:
        return False
    try:
        places = np.fromiter(places, int, len(places))
    except OverflowError:
        return False
    values = np.fromiter(values, float, len(values))
    factors = np.fromiter(factors, float, len(factors))
    if places.min(initial=0) < -2**52 or places.max(initial=0) > 2**52:
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        stop = len(places)
        out_values = np.empty(stop)
        for first in range(0, stop, 2**14):
            last = min(first + 2**14, stop)
            i = np.arange(first, last)
            at = places[first:last]
            if (
                np.min(at, initial=0) < -len(values)
                or np.max(at, initial=0) >= len(values)
            ):
                return False
            at_2 = 2 * i
            if (
                np.min(at_2, initial=0) < -len(factors)
                or np.max(at_2, initial=0) >= len(factors)
            ):
                return False
            at_3 = 2 * i + 1
            if (
                np.min(at_3, initial=0) < -len(factors)
                or np.max(at_3, initial=0) >= len(factors)
            ):
                return False
            out_values[first:last] = values[at] * factors[at_2] + factors[at_3]
    out.extend(out_values.tolist())
    return True


def gather(values, places, factors):
    out = []
    if not out_by_numpy(places, out, values, factors):
        for i in range(len(places)):
            out.append(values[places[i]] * factors[2 * i] + factors[2 * i + 1])
    return out


numbers = [i * 0.5 for i in range(20)]
print(gather(numbers, [3, 0, -1, 19, -20, 7], numbers))
print(gather(numbers, [], numbers), gather([], [], []))
for places, factors in (([20], numbers), ([-21], numbers), ([1, 2], numbers[:3]), ([2**70], numbers)):
    try:
        print(gather(numbers, places, factors))
    except IndexError as error:
        print(error)
print(gather(numbers, [True, False], numbers))
