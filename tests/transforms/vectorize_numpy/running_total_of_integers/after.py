import numpy as np


def places_by_numpy(sizes, gap, end, places):
    """By arrays: a loop of offsets(). None: they would differ."""
    if abs(gap) > 2**20 or abs(end) > 2**20 or len(sizes) > 2**20:
        return None
    try:
        sizes = np.fromiter(sizes, int, len(sizes))
    except OverflowError:
        return None
    if sizes.min(initial=0) < -2**20 or sizes.max(initial=0) > 2**20:
        return None
    with np.errstate(over="ignore", invalid="ignore"):
        stop = len(sizes)
        places_values = np.empty(stop, dtype=int)
        for first in range(0, stop, 2**14):
            last = min(first + 2**14, stop)
            end_values = gap - sizes[first:last] * sizes[first:last]
            end_sums = np.asarray(end_values, dtype=np.result_type(end_values, np.asarray(end)))
            end_sums[:1] = end - end_sums[:1]
            np.subtract.accumulate(end_sums, out=end_sums)
            end_1 = end_sums
            if end_values.size:
                end = end_sums[-1].item()
            places_values[first:last] = end_1 % 97
    places.extend(places_values.tolist())
    return end


def offsets(sizes, gap):
    places = []
    end = 3
    folded = places_by_numpy(sizes, gap, end, places)
    if folded is None:
        for size in sizes:
            end -= gap - size * size
            places.append(end % 97)
    else:
        end = folded
    return places, end


print(offsets([k * 7 % 11 for k in range(10)], 4), offsets([], 1), offsets([2**40] * 3, 2))
