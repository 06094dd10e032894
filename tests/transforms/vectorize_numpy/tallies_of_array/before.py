import numpy as np


def count(marks, width, counts, weights, sums):
    for i in range(len(marks)):
        place = (i * i + 3) % width
        counts[place] += 1
        sums[place] += weights[i] * marks[i]


def show(marks, width, counts, weights, sums):
    try:
        count(marks, width, counts, weights, sums)
    except (IndexError, TypeError, ZeroDivisionError) as error:
        print(type(error).__name__)
    print(counts, counts.dtype, sums, sums.dtype)


floats = np.array([0.5, 1.25, -3.0, 1e16, 1.0, 1.0])
more = np.array([0.1, 0.2, 0.3, 1.0, 1.0, -1.0])
show(floats, 4, np.zeros(4, dtype=int), more, np.zeros(4))
show(floats, 4, np.zeros(4), more, np.full(5, 0.1))
show(floats, 4, np.zeros(3, dtype=int), more, np.zeros(4))
show(floats, 4, np.zeros(4, dtype=np.uint8), more, np.zeros(4))
show(floats, 4, np.zeros(4, dtype=int), more, np.zeros(4, dtype=int))
show(floats, 4, np.zeros(4, dtype=int), more[:3], np.zeros(4))
show(floats, 0, np.zeros(4, dtype=int), more, np.zeros(4))
show(floats, 4, np.zeros(4, dtype=int), floats, floats)
show(np.arange(6), 4, np.zeros(4, dtype=int), np.arange(6) * 7, np.arange(4))
show(np.arange(6) + 2**62, 4, np.zeros(4, dtype=int), np.arange(6) % 2, np.arange(4))
show(floats[:0], 4, np.zeros(4, dtype=int), more, np.zeros(4))
