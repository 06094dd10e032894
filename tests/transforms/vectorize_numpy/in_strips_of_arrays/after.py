import warnings

import numpy as np


def level_by_numpy(flows, level, highest, top):
    """By arrays: a loop of levels(). None: they would differ."""
    if (
        type(flows) is not np.ndarray
        or flows.ndim != 1
        or flows.dtype not in ("int64", "float64")
        or type(level) is not np.ndarray
        or level.ndim != 1
        or level.dtype not in ("int64", "float64")
        or not level.flags.writeable or not level.flags.forc
        or type(highest) is not np.ndarray
        or highest.ndim != 1
        or highest.dtype not in ("int64", "float64")
        or not highest.flags.writeable or not highest.flags.forc
    ):
        return None
    if (
        len(flows) < 1
        or len(highest) < len(flows)
        or len(level) < 1
        or len(level) < len(flows)
        or flows.dtype == "int64" and not -2**26 <= flows.min(initial=0) <= flows.max(initial=0) <= 2**26
        or level.dtype == "int64" and not -2**26 <= level.min(initial=0) <= level.max(initial=0) <= 2**26
        or type(top) not in (int, float, np.int64, np.float64)
        or type(top) in (int, np.int64) and not -2**26 <= top <= 2**26
        or "int64" in (flows.dtype, level.dtype, highest.dtype,) and len(flows) > 2**26
        or np.may_share_memory(level, flows)
        or np.may_share_memory(level, highest)
        or np.may_share_memory(highest, flows)
        or np.may_share_memory(highest, level)
    ):
        return None
    try:
        with np.errstate(divide="raise", over="raise", invalid="raise"):
            stop = len(flows)
            for first in range(1, stop, 2**14):
                last = min(first + 2**14, stop)
                added = flows[first:last]
                sums = np.array(added, dtype=np.result_type(added, np.asarray(level[first - 1])))
                sums[:1] = level[first - 1] + sums[:1]
                np.add.accumulate(sums, out=sums)
                level_values = sums
                if level_values.dtype != level.dtype and (level.dtype == "int64" or np.any(np.abs(level_values) > 2**53)):
                    return None
                highest_values = (
                    flows[first:last] * 2.0 - flows[first - 1:last - 1]
                    * flows[first - 1:last - 1]
                )
                if highest_values.dtype != highest.dtype and (highest.dtype == "int64" or np.any(np.abs(highest_values) > 2**53)):
                    return None
                top_values = flows[first:last]
                if top_values.size:
                    at = top_values.argmax()
                    if top_values[at] != top_values[at]:
                        return None
                    if top_values[at].item() > top:
                        top = top_values[at]
                level[first:last] = level_values
                highest[first:last] = highest_values
    except FloatingPointError:
        return None
    return top


def levels(flows, level, highest):
    top = level[0]
    folded = level_by_numpy(flows, level, highest, top)
    if folded is None:
        for i in range(1, len(flows)):
            level[i] = level[i - 1] + flows[i]
            highest[i] = flows[i] * 2.0 - flows[i - 1] * flows[i - 1]
            if flows[i] > top:
                top = flows[i]
    else:
        top = folded
    return top


def show(flows, level, highest):
    try:
        print(repr(levels(flows, level, highest)))
    except RuntimeWarning as warning:
        print(warning)
    for array in (level, highest):
        print(array.dtype, array[:3].tolist(), array[16380:16388].tolist(), array[-3:].tolist())


count = 40_000
flows = np.sin(np.arange(count) * 0.37) * 9.0
show(flows, np.zeros(count), np.zeros(count))
show(np.arange(count) % 11, np.zeros(count), np.ones(count, dtype=int))
show(np.arange(count) % 11, np.zeros(count, dtype=int), np.zeros(count + 5))
show(flows[:2], np.zeros(2), np.zeros(2))
flows[20_000] = 1e300  # the product is too large: only in the second strip
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    show(flows, np.full(count, 7.0), np.full(count, 7.0))
with warnings.catch_warnings():
    warnings.simplefilter("error")
    show(flows, np.full(count, 7.0), np.full(count, 7.0))
