import numpy as np


def histogram(image, counts, other):
    for y in range(image.shape[0]):
        for x in range(image.shape[1]):
            counts[image[y, x]] += 1
            if image[y, x] > 100:
                other[y] -= 0.1


def show(image, counts, other):
    try:
        histogram(image, counts, other)
    except (IndexError, TypeError) as error:
        print(type(error).__name__)
    print(list(counts), other)


y, x = np.mgrid[0:5, 0:6]
grey = (y * y * 7 + x * 17) % 160
for kind in "uint8", "int64", "int16", "uint64", "float64", "bool":
    show(grey.astype(kind), [0] * 160, [0.3] * 5)
    show(grey.astype(kind), np.zeros(160, dtype=int), [0.3] * 5)
show(grey.astype("uint8"), [0] * 130, [0.3] * 5)
show(grey.astype("uint8"), [0] * 160, [0.3] * 4)
show(grey - 10, [0] * 160, [0.3] * 5)
show(grey - 170, [0] * 160, [0.3] * 5)
show((grey - 10).astype("int8"), [0] * 160, [0.3] * 5)
show(grey, grey[0], [0.3] * 5)
show(grey[:0], [], [])
show(grey, [2**63 - 1] * 160, [0.3] * 5)
