import warnings

import numpy as np


def levels(flows, level, highest):
    top = level[0]
    for i in range(1, len(flows)):
        level[i] = level[i - 1] + flows[i]
        highest[i] = flows[i] * 2.0 - flows[i - 1] * flows[i - 1]
        if flows[i] > top:
            top = flows[i]
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
