import warnings

import numpy as np


def count(image, counts):
    for i in range(image.shape[0]):
        for j in range(image.shape[1]):
            counts[image[i, j]] += 1


def add(places, values, sums):
    for i in range(len(places)):
        sums[places[i]] += values[i]


def through(places, values, sums):
    for i in range(len(places)):
        sums[values[places[i]]] += 1


def take(places, values, sums, by):
    for i in range(len(places)):
        if values[i] > by:
            sums[(i * 7) % 5] -= values[i] * by


def pairs(firsts, seconds, table):
    for i in range(len(firsts)):
        table[firsts[i], seconds[i]] += 1


def kept(places, counts, out):
    for i in range(len(places)):
        counts[places[i]] += 1
        out.append(places[i])


def shown(function, *given):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            function(*given)
        except Exception as error:
            print(type(error).__name__)
    print(function.__name__, [str(one.message) for one in caught])
    for one in given:
        print("   ", type(one).__name__, getattr(one, "dtype", ""), repr(one))


grey = np.arange(12).reshape(3, 4) * 5 % 7
for kind in "int64", "uint8", "int8", "uint64", "float64", "float32", "bool", ">i8", ">u2", "object":
    shown(count, grey.astype(kind), np.zeros(7, dtype=int))
    shown(count, grey.astype(kind), [0] * 7)
    shown(count, grey, np.zeros(7, dtype=kind))
    shown(add, grey[0].astype(kind), np.linspace(0.1, 1.7, 4), np.zeros(7))
    shown(add, grey[0], np.arange(4).astype(kind), np.zeros(7, dtype=kind))
    shown(add, grey[0], np.arange(4).astype(kind), np.zeros(7))
shown(count, grey - 3, np.zeros(7, dtype=int))
shown(count, grey - 9, np.zeros(7, dtype=int))
shown(count, grey, np.zeros(6, dtype=int))
shown(count, grey, np.zeros((7, 2), dtype=int))
shown(count, grey, np.full(7, 2**63 - 1))
shown(count, grey, np.full(7, 250, dtype=np.uint8))
shown(count, grey[0], np.zeros(7, dtype=int))
shown(count, grey[:0], np.zeros(0, dtype=int))
shown(count, np.ma.array(grey, mask=grey > 3), np.zeros(7, dtype=int))
line = grey.ravel().copy()
shown(add, line, line, line)
shown(add, line[::2], line[:6], line)
shown(add, line, line[::-1], np.zeros(14, dtype=int)[::2])
locked = np.zeros(7)
locked.flags.writeable = False
shown(add, line, np.ones(12), locked)
shown(add, line, np.full(12, 1e308), np.zeros(7))
shown(add, line, np.full(12, np.inf), np.full(7, -np.inf))
shown(add, line, np.full(12, np.nan), np.zeros(7))
shown(add, line, np.full(11, 1.0), np.zeros(7))
shown(add, line.tolist(), [0.5] * 12, np.zeros(7))
shown(add, line, np.arange(12), np.zeros(7))
shown(add, line, np.arange(12) * 1.5, np.zeros(7, dtype=int))
for kind in "int64", "float64", "uint8":
    shown(through, line.astype(kind), line, np.zeros(7, dtype=int))
    shown(through, line, line.astype(kind), np.zeros(7, dtype=int))
    shown(through, np.append(line, [4.0, 1.5]).astype(kind), line, np.zeros(7, dtype=int))
for by in 1, 0.5, np.float32(2), np.int8(1), 1e308, True:
    shown(take, line, np.arange(12) - 3.0, np.zeros(5), by)
    shown(take, line, np.arange(12) - 3, np.zeros(5, dtype=int), by)
shown(pairs, grey[0], grey[1], np.zeros((7, 7), dtype=int))
shown(pairs, grey[0].astype("uint8"), grey[1], np.zeros((7, 7)))
shown(pairs, grey[0], grey[1] + 1, np.zeros((7, 7), dtype=int))
shown(kept, line.astype("uint8"), np.zeros(7, dtype=int), [])
shown(kept, line, np.zeros(7, dtype=int), [])
